import type { OutputOptions, RollupOptions } from 'rollup';

export const policyName: string;

export function cdnBuilds(
  folder: string,
  options: { elements: Record<string, string>; onwarn?: RollupOptions['onwarn'] },
): (Omit<RollupOptions, 'output'> & { output: OutputOptions })[];
