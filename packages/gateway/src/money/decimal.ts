/**
 * Exact decimal arithmetic on strings: a decimal is a BigInt with a number of digits after the point.
 * Money and quantities never become floats.
 */
export interface Decimal {
  readonly units: bigint;
  readonly digits: number;
}

const pattern = /^-?\d+(?:\.\d+)?$/;

/** Reads `-12.50`. @throws RangeError when it is not a plain decimal */
export function decimal(text: string): Decimal {
  if (!pattern.test(text)) throw new RangeError(`Not a decimal: ${text.slice(0, 40)}`);
  const point = text.indexOf('.');
  if (point < 0) return { units: BigInt(text), digits: 0 };
  return { units: BigInt(text.slice(0, point) + text.slice(point + 1)), digits: text.length - point - 1 };
}

/** Writes a decimal with exactly its digits. */
export function decimalText({ units, digits }: Decimal): string {
  const sign = units < 0n ? '-' : '';
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Writes a decimal without trailing zeros: `20.500000` → `20.5`. */
export function plain(value: Decimal | string): string {
  const text = typeof value === 'string' ? value : decimalText(value);
  if (!text.includes('.')) return text;
  let end = text.length;
  while (text.charCodeAt(end - 1) === zeroCode) end -= 1;
  return text.slice(0, text.charAt(end - 1) === '.' ? end - 1 : end);
}

export function add(left: Decimal, right: Decimal): Decimal {
  const digits = Math.max(left.digits, right.digits);
  return { units: scaled(left, digits) + scaled(right, digits), digits };
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  return add(left, { units: -right.units, digits: right.digits });
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  return { units: left.units * right.units, digits: left.digits + right.digits };
}

/** Divides and rounds half up to `digits`. @throws RangeError when dividing by zero */
export function divide(left: Decimal, right: Decimal, digits: number): Decimal {
  if (right.units === 0n) throw new RangeError('Division by zero');
  const shift = digits + right.digits - left.digits;
  const numerator = shift >= 0 ? left.units * powerOfTen(shift) : left.units;
  const denominator = shift >= 0 ? right.units : right.units * powerOfTen(-shift);
  return { units: divideHalfUp(numerator, denominator), digits };
}

/** Rounds half up, away from zero: 0.125 → 0.13, −0.125 → −0.13. */
export function round(value: Decimal, digits: number): Decimal {
  if (value.digits <= digits) return { units: scaled(value, digits), digits };
  return { units: divideHalfUp(value.units, powerOfTen(value.digits - digits)), digits };
}

/** −1, 0 or 1. */
export function compare(left: Decimal, right: Decimal): -1 | 0 | 1 {
  const digits = Math.max(left.digits, right.digits);
  const difference = scaled(left, digits) - scaled(right, digits);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isZero(value: Decimal): boolean {
  return value.units === 0n;
}

export const zero: Decimal = { units: 0n, digits: 0 };

function scaled({ units, digits }: Decimal, to: number): bigint {
  return to === digits ? units : units * powerOfTen(to - digits);
}

const zeroCode = 48;
const powers = Array.from({ length: 40 }, (_each, exponent) => 10n ** BigInt(exponent));

/** 10 to a power; the usual ones are kept, because nearly every step needs one. */
function powerOfTen(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent);
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const isNegative = numerator < 0n !== denominator < 0n;
  const dividend = numerator < 0n ? -numerator : numerator;
  const divisor = denominator < 0n ? -denominator : denominator;
  const quotient = (dividend * 2n + divisor) / (divisor * 2n);
  return isNegative ? -quotient : quotient;
}
