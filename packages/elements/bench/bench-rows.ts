import type { Row } from '../../../scripts/bench-row.js';

/** Ours beside a reference of the same run. @param most greatest ratio that passes; without it the row is for information */
export function against(
  name: string,
  ours: number,
  { name: referenceName, value: reference }: { name: string; value: number },
  { most, unit = 'ms' }: { most?: number; unit?: string } = {},
): Row {
  const ratio = ours / reference;
  return {
    name,
    ours,
    unit,
    reference,
    referenceName,
    ratio,
    goal: most === undefined ? '' : `≤ ${String(most)} ×`,
    pass: most === undefined || ratio <= most,
  };
}

/** Ours beside a bar. @param note what else to say of it */
export function limit(name: string, ours: number, most: number, unit: string, note = ''): Row {
  return {
    name,
    ours,
    unit,
    reference: most,
    referenceName: note ? `the bar; ${note}` : 'the bar',
    ratio: most === 0 ? ours : ours / most,
    goal: `≤ ${String(most)} ${unit}`,
    pass: ours <= most,
  };
}
