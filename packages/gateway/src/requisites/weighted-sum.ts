/** Adds digit × weight for as many digits as there are weights; the caller has checked that they are digits. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}
