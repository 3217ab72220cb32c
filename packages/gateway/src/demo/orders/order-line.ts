import type { VatSums } from '../../database/tables.js';
import { add, decimal, decimalText, multiply, plain, round, zero } from '../../money/decimal.js';
import { amountTexts, lineAmounts, vatKey, type LineAmounts } from '../../money/vat.js';
import type { DemoVariant } from '../catalogue/catalogue-rows.js';
import type { DemoAgreement } from '../people/companies.js';
import { amountText, basePrice } from '../trade/prices.js';

/** A line of a demo order with its exact amounts. */
export interface DemoOrderLine {
  readonly variant: DemoVariant;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly vatRate: string | null;
  readonly amounts: LineAmounts;
}

/** Prices a line under an agreement; undefined when the variant has no price. */
export function orderLine(
  variant: DemoVariant,
  agreement: DemoAgreement,
  steps: number,
): DemoOrderLine | undefined {
  const base = basePrice(variant, agreement.priceType);
  if (base === undefined) return undefined;
  const unitPrice = round(multiply(decimal(amountText(base)), decimal(agreement.coefficient)), 4);
  const quantity = multiply(decimal(variant.rule.step), decimal(String(steps)));
  const amounts = lineAmounts(unitPrice, quantity, agreement.vatMode, variant.vatRate, 2);
  return {
    variant,
    quantity: plain(quantity),
    unitPrice: decimalText(unitPrice),
    vatRate: agreement.vatMode === 'none' ? null : variant.vatRate,
    amounts,
  };
}

/** Totals of an order and its sums by VAT rate. */
export function orderTotals(
  lines: readonly DemoOrderLine[],
  agreement: DemoAgreement,
): { net: string; vat: string; total: string; vatSums: VatSums } {
  const start = round(zero, 2);
  const sums = new Map<string, LineAmounts>();
  for (const { amounts, vatRate } of lines) {
    const key = vatKey(agreement.vatMode, vatRate);
    sums.set(key, added(sums.get(key) ?? { net: start, vat: start, total: start }, amounts));
  }
  const whole = [...sums.values()].reduce(added, { net: start, vat: start, total: start });
  const vatSums = Object.fromEntries(
    [...sums].map(([rate, { net, vat }]) => [rate, { net: decimalText(net), vat: decimalText(vat) }]),
  );
  return { ...amountTexts(whole), vatSums };
}

function added(left: LineAmounts, right: LineAmounts): LineAmounts {
  return {
    net: add(left.net, right.net),
    vat: add(left.vat, right.vat),
    total: add(left.total, right.total),
  };
}
