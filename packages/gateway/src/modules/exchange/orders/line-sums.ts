import type { Document, DocumentLine } from '@kontor/commerceml';

import {
  add,
  compare,
  decimal,
  decimalText,
  divide,
  isZero,
  multiply,
  round,
  subtract,
  zero,
  type Decimal,
} from '../../../money/decimal.js';
import { deliveryLineId } from './order-document.js';

/** The line's sum; real files have empty ones. A discount that it doesn't contain yet is taken off. */
export function sumOf({ total, price, quantity, discounts = [] }: DocumentLine): Decimal {
  const sum = total == null ? multiply(decimal(price ?? '0'), decimal(quantity ?? '0')) : decimal(total);
  return discounts
    .filter(({ isIncluded, amount }) => isIncluded === false && amount != null)
    .reduce((left, { amount }) => subtract(left, decimal(amount ?? '0')), sum);
}

/**
 * Takes discounts of a whole document off its goods, each line by its part of their sum, to the last cent. Delivery is left as
 * it is, and so are lines that contain the discounts already.
 * @returns undefined where more is taken off than the goods cost
 */
export function spreadDiscounts(
  lines: readonly DocumentLine[],
  document: Pick<Document, 'discounts' | 'total'>,
  digits: number,
): readonly DocumentLine[] | undefined {
  const goods = lines.filter(({ id }) => id !== deliveryLineId);
  const sum = sumOfAll(goods);
  const discount = discountOf(document, sumOfAll(lines), sum, digits);
  if (isZero(discount)) return lines;
  if (discount.units < 0n || compare(discount, sum) > 0) return undefined;
  let [before, taken] = [zero, zero];
  return lines.map((line) => {
    if (line.id === deliveryLineId) return line;
    before = add(before, sumOf(line));
    // What the lines so far have to bear together: so the parts add up.
    const whole = divide(multiply(discount, before), sum, digits);
    const amount = decimalText(subtract(whole, taken));
    taken = whole;
    const share = { name: undefined, percent: undefined, comment: undefined, isIncluded: false, amount };
    return {
      ...line,
      discounts: [...(line.discounts ?? []), share],
      // The tax that was told is of the sum before.
      taxes: line.taxes?.map((tax) => ({ ...tax, amount: undefined })),
    };
  });
}

const sumOfAll = (lines: readonly DocumentLine[]): Decimal =>
  lines.reduce((sum, line) => add(sum, sumOf(line)), zero);

/** Where a discount does not say whether the lines contain it, the document's own sum does. */
function discountOf(
  { discounts = [], total }: Pick<Document, 'discounts' | 'total'>,
  ofLines: Decimal,
  ofGoods: Decimal,
  digits: number,
): Decimal {
  const amountOf = (each: (typeof discounts)[number]): Decimal =>
    round(
      each.amount == null
        ? divide(multiply(ofGoods, decimal(each.percent ?? '0')), decimal('100'), digits)
        : decimal(each.amount),
      digits,
    );
  const all = discounts.filter(({ isIncluded }) => isIncluded !== true);
  const certain = all.filter(({ isIncluded }) => isIncluded === false);
  const sum = (each: typeof all): Decimal => each.reduce((whole, one) => add(whole, amountOf(one)), zero);
  const fits = total != null && compare(subtract(ofLines, sum(all)), decimal(total)) === 0;
  return sum(fits ? all : certain);
}
