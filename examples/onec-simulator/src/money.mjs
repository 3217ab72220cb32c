// @ts-check

/**
 * Hundredths of a decimal text, exactly.
 * @param {string} text
 * @throws {RangeError} when it is no number, or has parts of a hundredth
 */
export function cents(text) {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d*?)0*)?$/.exec(text.trim()) ?? [];
  if (whole === undefined || part.length > 2) throw new RangeError(`"${text}" is no amount of money`);
  const value = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
  return sign === '-' ? -value : value;
}

/** @param {bigint} value hundredths */
export function amountOf(value) {
  const digits = String(value < 0n ? -value : value).padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * A price times a quantity in hundredths, half up.
 * @param {string} price
 * @param {string} quantity
 */
export function product(price, quantity) {
  const [left, right] = [micros(price), micros(quantity)];
  return (left * right * 2n + 10n ** 10n) / (2n * 10n ** 10n);
}

/**
 * The tax inside of an amount, or on top of it, in hundredths.
 * @param {bigint} amount hundredths
 * @param {string} rate per cent
 * @param {boolean} isIncluded
 */
export function taxOf(amount, rate, isIncluded) {
  const percent = micros(rate);
  const whole = 100_000_000n + (isIncluded ? percent : 0n);
  return (amount * percent * 2n + whole) / (2n * whole);
}

/** @param {string} text */
function micros(text) {
  const [whole = '0', part = ''] = text.split('.');
  return BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0').slice(0, 6));
}
