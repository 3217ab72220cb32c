import type { Totals } from '@kontor/contract';

import type { VatSums } from '../../database/tables.js';
import { minorDigits } from '../../money/currency.js';
import {
  add,
  decimal,
  decimalText,
  isZero,
  round,
  subtract,
  zero,
  type Decimal,
} from '../../money/decimal.js';

/** Amounts of one line; null when it has no price. */
export interface SummedLine {
  /** Percent; null when not subject to VAT. */
  vatRate: string | null;
  net: string | null;
  vat: string | null;
}

/** Adds or takes away lines from sums by VAT rate. The sums of a cart of any size change by the lines that changed. */
export function changeSums(
  sums: VatSums,
  removed: readonly SummedLine[],
  added: readonly SummedLine[],
): VatSums {
  const exact = new Map(
    Object.entries(sums).map(([rate, { net, vat }]) => [rate, { net: decimal(net), vat: decimal(vat) }]),
  );
  const change = ({ vatRate, net, vat }: SummedLine, combine: typeof add): void => {
    if (net === null || vat === null) return;
    const key = vatRate === null ? '' : plainRate(vatRate);
    const sum = exact.get(key) ?? { net: zero, vat: zero };
    exact.set(key, { net: combine(sum.net, decimal(net)), vat: combine(sum.vat, decimal(vat)) });
  };
  for (const line of removed) change(line, subtract);
  for (const line of added) change(line, add);
  const entries = [...exact].filter(([, { net, vat }]) => !isZero(net) || !isZero(vat));
  return Object.fromEntries(
    entries.map(([rate, { net, vat }]) => [rate, { net: decimalText(net), vat: decimalText(vat) }]),
  );
}

/** Totals of sums in a currency; with delivery it is part of the total. Delivery's price includes its VAT. */
export function totalsOf(sums: VatSums, currency: string, delivery?: string | null): Totals {
  const digits = minorDigits(currency);
  const text = (value: Decimal) => decimalText(round(value, digits));
  const entries = Object.entries(sums).sort(([left], [right]) => Number(right) - Number(left));
  const net = entries.reduce((sum, [, each]) => add(sum, decimal(each.net)), zero);
  const vat = entries.reduce((sum, [, each]) => add(sum, decimal(each.vat)), zero);
  const goods = add(net, vat);
  const hasDelivery = delivery !== undefined && delivery !== null;
  return {
    currency,
    net: text(hasDelivery ? add(net, decimal(delivery)) : net),
    vat: text(vat),
    total: text(hasDelivery ? add(goods, decimal(delivery)) : goods),
    vatByRate: entries.map(([rate, each]) => ({
      rate: rate === '' ? null : rate,
      net: text(decimal(each.net)),
      vat: text(decimal(each.vat)),
    })),
    ...(hasDelivery ? { delivery: text(decimal(delivery)) } : {}),
  };
}

/** What changed between two totals of one currency. */
export function differenceOf(
  from: Totals | null,
  to: Totals | null,
): { amount: string; percent: string | null } | null {
  if (from?.currency === undefined || from.currency !== to?.currency) return null;
  const digits = minorDigits(to.currency);
  const before = decimal(from.total);
  const amount = subtract(decimal(to.total), before);
  const percent = isZero(before) ? null : percentOf(amount, before);
  return { amount: decimalText(round(amount, digits)), percent };
}

function percentOf(part: Decimal, whole: Decimal): string {
  const scaled = {
    units: part.units * 1000n * 10n ** BigInt(Math.max(0, whole.digits - part.digits)),
    digits: 0,
  };
  const base = whole.units * 10n ** BigInt(Math.max(0, part.digits - whole.digits));
  const quotient = (absolute(scaled.units) * 2n + absolute(base)) / (absolute(base) * 2n);
  return decimalText({ units: scaled.units < 0n ? -quotient : quotient, digits: 1 });
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function plainRate(rate: string): string {
  return rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate;
}
