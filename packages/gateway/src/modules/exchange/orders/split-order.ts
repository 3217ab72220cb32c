import { minorDigits } from '../../../money/currency.js';
import {
  add,
  decimal,
  decimalText,
  divide,
  multiply,
  plain,
  subtract,
  zero,
  type Decimal,
} from '../../../money/decimal.js';
import type { LineToSend, OrderToSend } from './load-orders.js';
import type { PlannedLine } from './plan-lines.js';

/** What the document of one warehouse has of an order. */
export interface SplitPart {
  readonly warehouseId: string;
  readonly lines: readonly PlannedLine[];
}

/**
 * Divides an order by the warehouses where its goods were reserved, in which it has several. A line that comes from two of them
 * is in both, with amounts that add up to its own to the last cent; what was reserved nowhere goes with the rest of its line,
 * or with the first of the warehouses.
 */
export function splitOrder(
  order: Pick<OrderToSend, 'currency' | 'lines' | 'vatMode' | 'warehouses'>,
): SplitPart[] {
  const parts = new Map(order.warehouses.map(({ id }): [string, PlannedLine[]] => [id, []]));
  const [first] = order.warehouses;
  for (const line of order.lines)
    for (const [warehouseId, share] of sharesOf(line, first?.id ?? '', order))
      parts.get(warehouseId)?.push(share);
  return [...parts]
    .filter(([, lines]) => lines.length > 0)
    .map(([warehouseId, lines]) => ({ warehouseId, lines }));
}

function sharesOf(
  line: LineToSend,
  otherwise: string,
  { currency, vatMode }: Pick<OrderToSend, 'currency' | 'vatMode'>,
): (readonly [warehouseId: string, PlannedLine])[] {
  const whole = decimal(line.quantity);
  const reserved = line.reserved.map(({ id, quantity }): [string, Decimal] => [id, decimal(quantity)]);
  const rest = reserved.reduce((left, [, quantity]) => subtract(left, quantity), whole);
  const [[warehouseId, quantity] = [otherwise, zero], ...others] = reserved;
  const digits = minorDigits(currency);
  const upTo = (amount: Decimal, end: Decimal): Decimal => divide(multiply(amount, end), whole, digits);
  const [net, vat] = [decimal(line.net), decimal(line.vat)];
  const total = add(net, vat);

  let begin = zero;
  return [[warehouseId, add(quantity, rest)] as const, ...others].map(([id, quantity]) => {
    const end = add(begin, quantity);
    // What the parts so far have together: so they add up.
    const share = (amount: Decimal): Decimal => subtract(upTo(amount, end), upTo(amount, begin));
    const amounts = vatMode === 'excluded' ? onTop(share(net), share(vat)) : within(share(total), share(vat));
    begin = end;
    const { variantId, sku, name, unitCode, unitName } = line;
    const unitPrice = plain(line.unitPrice);
    const vatRate = line.vatRate === null ? null : plain(line.vatRate);
    const goods = { variantId, sku, name, unitCode, unitName, unitPrice, vatRate };
    return [id, { ...goods, quantity: plain(quantity), ...amounts }];
  });
}

const onTop = (net: Decimal, vat: Decimal) => texts(net, vat, add(net, vat));
const within = (total: Decimal, vat: Decimal) => texts(subtract(total, vat), vat, total);

const texts = (net: Decimal, vat: Decimal, total: Decimal) => ({
  net: decimalText(net),
  vat: decimalText(vat),
  total: decimalText(total),
});
