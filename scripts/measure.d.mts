/**
 * The value in the middle; of an even number of values the mean of the two.
 * @param values at least one number
 */
export function median(values: readonly number[]): number;

/**
 * Runs the named jobs by turns and answers each one's median time in milliseconds.
 * @param jobs usually `{ ours, reference }`; a job may be asynchronous
 * @param options `runs` that count (default 7) after `warmups` that don't (default 1)
 */
export function interleave<Name extends string>(
  jobs: Readonly<Record<Name, () => unknown>>,
  options?: { readonly runs?: number; readonly warmups?: number },
): Promise<Record<Name, number>>;
