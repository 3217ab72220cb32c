/** Decimal strings as the contract has them: not negative, at most 6 digits after the point. Never through a float. */
const digits = 6;
const form = /^\d{1,9}(\.\d{1,6})?$/;

/** Whether a text is a quantity of the contract. */
export const isQuantity = (text: string): boolean => form.test(text);

/** Sum of two quantities. */
export function addQuantities(left: string, right: string): string {
  return textOf(millionths(left) + millionths(right));
}

/** What is left of a quantity; `0` where nothing is. */
export function subtractQuantities(left: string, right: string): string {
  const rest = millionths(left) - millionths(right);
  return textOf(rest > 0n ? rest : 0n);
}

/**
 * A quantity by a ratio, any positive decimal; what does not fit into 6 digits is rounded up, so that nobody gets too little.
 *
 * @throws RangeError when the ratio is not a positive decimal
 */
export function multiplyQuantity(quantity: string, ratio: string): string {
  const [, whole = '', part = ''] = /^(\d+)(?:\.(\d+))?$/.exec(ratio) ?? [];
  const scale = 10n ** BigInt(part.length);
  const factor = BigInt(whole + part || '0');
  if (factor === 0n) throw new RangeError(`Not a ratio: ${ratio}`);
  return textOf((millionths(quantity) * factor + scale - 1n) / scale);
}

/** Negative when left is less, 0 when both are the same, positive when left is more. */
export function compareQuantities(left: string, right: string): number {
  const difference = millionths(left) - millionths(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Without a trailing point or zeros: `1.500` → `1.5`. */
export const tidyQuantity = (quantity: string): string => textOf(millionths(quantity));

/**
 * Nearest quantity above or below that the ordering rule allows, by whole steps; `0` below the minimum.
 * A convenience for plus and minus buttons: the gateway judges.
 */
export function stepQuantity(
  quantity: string,
  { min, step, max }: { min: string; step: string; max: string | null },
  direction: 1 | -1,
): string {
  const [now, least, each] = [millionths(quantity), millionths(min), millionths(step) || 1n];
  const steps = direction > 0 ? now / each + 1n : (now + each - 1n) / each - 1n;
  const next = steps * each;
  if (direction > 0) {
    const raised = next < least ? ((least + each - 1n) / each) * each : next;
    return max !== null && raised > millionths(max) ? textOf(now) : textOf(raised);
  }
  return next < least ? '0' : textOf(next);
}

function millionths(quantity: string): bigint {
  if (!isQuantity(quantity)) throw new RangeError(`Not a quantity: ${quantity}`);
  const [whole = '0', part = ''] = quantity.split('.');
  return BigInt(whole + part.padEnd(digits, '0'));
}

function textOf(value: bigint): string {
  const text = value.toString().padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`.replace(/\.?0+$/, '');
}
