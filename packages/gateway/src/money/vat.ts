import type { VatMode } from '@kontor/contract';

import {
  add,
  decimal,
  decimalText,
  divide,
  multiply,
  round,
  subtract,
  zero,
  type Decimal,
} from './decimal.js';

/** A line's amounts; `net` + `vat` = `total`. */
export interface LineAmounts {
  net: Decimal;
  vat: Decimal;
  total: Decimal;
}

const hundred = decimal('100');

/**
 * A line's amounts by НК РФ practice: the line total is rounded half up to the minor unit, VAT is taken per line.
 * `included`: VAT = total × rate / (100 + rate). `excluded`: VAT = net × rate / 100. `none` or no rate: no VAT.
 */
export function lineAmounts(
  unitPrice: Decimal,
  quantity: Decimal,
  mode: VatMode,
  rate: string | null,
  digits: number,
): LineAmounts {
  const amount = round(multiply(unitPrice, quantity), digits);
  if (mode === 'none' || rate === null) return { net: amount, vat: round(zero, digits), total: amount };
  const percent = decimal(rate);
  if (mode === 'excluded') {
    const vat = divide(multiply(amount, percent), hundred, digits);
    return { net: amount, vat, total: add(amount, vat) };
  }
  const vat = divide(multiply(amount, percent), add(hundred, percent), digits);
  return { net: subtract(amount, vat), vat, total: amount };
}

/** The rate under which a line's VAT stands in sums; empty when not subject to VAT. */
export function vatKey(mode: VatMode, rate: string | null): string {
  return mode === 'none' || rate === null ? '' : rate;
}

/** Amounts as decimal strings with the digits of the currency. */
export function amountTexts(amounts: LineAmounts): { net: string; vat: string; total: string } {
  return { net: decimalText(amounts.net), vat: decimalText(amounts.vat), total: decimalText(amounts.total) };
}
