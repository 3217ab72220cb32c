/** What money must be, from the rules alone, in whole numbers: nothing here is the gateway's. */

/** A fraction of two whole numbers. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** Reads `12.50` as 1250/100. */
export function fraction(text: string): Fraction {
  const [whole = '0', part = ''] = text.split('.');
  return { top: BigInt(whole + part), bottom: 10n ** BigInt(part.length) };
}

export function times(...factors: readonly Fraction[]): Fraction {
  return factors.reduce((product, each) => ({
    top: product.top * each.top,
    bottom: product.bottom * each.bottom,
  }));
}

export function over(left: Fraction, right: Fraction): Fraction {
  return { top: left.top * right.bottom, bottom: left.bottom * right.top };
}

/** Whole units of so many digits, half up; nothing here is negative. */
export function halfUp({ top, bottom }: Fraction, digits: number): bigint {
  return (2n * top * 10n ** BigInt(digits) + bottom) / (2n * bottom);
}

/** A line in whole kopecks. */
export interface OracleLine {
  rate: string | null;
  net: bigint;
  vat: bigint;
}

/** The total of a line rounds half up; VAT is taken of that, per line. */
export function lineOf(unitPrice: string, quantity: string, mode: string, rate: string | null): OracleLine {
  const amount = halfUp(times(fraction(unitPrice), fraction(quantity)), 2);
  if (mode === 'none' || rate === null) return { rate: null, net: amount, vat: 0n };
  const percent = fraction(rate);
  const ofAmount = { top: amount, bottom: 1n };
  if (mode === 'excluded') {
    const vat = halfUp(over(times(ofAmount, percent), fraction('100')), 0);
    return { rate, net: amount, vat };
  }
  const whole = { top: 100n * percent.bottom + percent.top, bottom: percent.bottom };
  const vat = halfUp(over(times(ofAmount, percent), whole), 0);
  return { rate, net: amount - vat, vat };
}

/** Totals of lines as they are told, sums by rate included; rates without any amount are left out. */
export function totalsOfLines(
  lines: readonly OracleLine[],
  delivery = 0n,
): { net: string; vat: string; total: string; byRate: Record<string, string> } {
  const sums = new Map<string, { net: bigint; vat: bigint }>();
  for (const { rate, net, vat } of lines) {
    const sum = sums.get(rate ?? '') ?? { net: 0n, vat: 0n };
    sums.set(rate ?? '', { net: sum.net + net, vat: sum.vat + vat });
  }
  const net = lines.reduce((sum, line) => sum + line.net, 0n);
  const vat = lines.reduce((sum, line) => sum + line.vat, 0n);
  return {
    net: kopecks(net + delivery),
    vat: kopecks(vat),
    total: kopecks(net + vat + delivery),
    byRate: Object.fromEntries(
      [...sums]
        .filter(([, sum]) => sum.net !== 0n || sum.vat !== 0n)
        .map(([rate, sum]) => [rate, `${kopecks(sum.net)} ${kopecks(sum.vat)}`])
        .sort(),
    ),
  };
}

export function kopecks(amount: bigint): string {
  const text = amount.toString().padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}
