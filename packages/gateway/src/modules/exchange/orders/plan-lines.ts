import type { DocumentLine } from '@kontor/commerceml';

import { minorDigits } from '../../../money/currency.js';
import {
  add,
  compare,
  decimal,
  decimalText,
  divide,
  isZero,
  multiply,
  plain,
  round,
  subtract,
  zero,
  type Decimal,
} from '../../../money/decimal.js';
import { sumOf } from './line-sums.js';
import { deliveryLineId } from './order-document.js';

/** Goods of the shop by their id in 1C. */
export interface KnownGoods {
  readonly variantId: number;
  readonly sku: string;
  readonly name: string;
  readonly unitCode: string;
  readonly unitName: string;
  /** Per cent; null: not subject to VAT. */
  readonly vatRate: string | null;
}

/** A line of an order as 1C has it; quantity and price are of base units, amounts in the order's currency. */
export interface PlannedLine {
  readonly variantId: number | null;
  readonly sku: string;
  readonly name: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly vatRate: string | null;
  readonly net: string;
  readonly vat: string;
  readonly total: string;
}

export interface PlannedLines {
  readonly lines: readonly PlannedLine[];
  /** Sum of the delivery lines; null without any. */
  readonly deliveryCost: string | null;
}

/** What lines need of their order. */
export interface LineTerms {
  readonly currency: string;
  readonly vatMode: 'excluded' | 'included' | 'none';
}

/** Id of goods as the shop knows them: an empty characteristic is none. */
export const goodsIdOf = ({ id, productId, characteristicId }: DocumentLine): string | undefined =>
  characteristicId === undefined ? productId : id;

/** Makes lines of the shop of those of 1C. Goods that the shop doesn't know stay as texts; lines without a quantity are none. */
export function planLines(
  told: readonly DocumentLine[],
  goods: ReadonlyMap<string, KnownGoods>,
  terms: LineTerms,
): PlannedLines {
  const isDelivery = ({ id }: DocumentLine): boolean => id === deliveryLineId;
  const costs = told.filter(isDelivery).map((line) => figuresOf(line, undefined, terms).total);
  return {
    lines: told
      .filter((line) => !isDelivery(line) && compare(decimal(line.quantity ?? '0'), zero) > 0)
      .map((line) => planLine(line, goods.get(goodsIdOf(line) ?? ''), terms)),
    deliveryCost: costs.length === 0 ? null : decimalText(costs.reduce(add)),
  };
}

function planLine(line: DocumentLine, known: KnownGoods | undefined, terms: LineTerms): PlannedLine {
  const coefficient = factorOf(line);
  const quantity = round(multiply(decimal(line.quantity ?? '0'), coefficient), 6);
  const { net, vat, total, price, vatRate } = figuresOf(line, known, terms);
  const sum = terms.vatMode === 'excluded' ? net : total;
  const isTold = price !== undefined && compare(round(multiply(price, quantity), sum.digits), sum) === 0;
  const name = known?.name ?? line.name ?? line.article ?? line.id ?? '';
  return {
    variantId: known?.variantId ?? null,
    sku: known?.sku ?? (line.article || line.id || name || '—').slice(0, 120),
    name: name.slice(0, 500),
    unitCode: known?.unitCode ?? line.baseUnit?.code ?? line.unit?.code ?? '796',
    unitName: known?.unitName ?? line.baseUnit?.name ?? line.unit?.name ?? 'шт',
    quantity: plain(quantity),
    // Where 1C gave a discount the price is what is paid.
    unitPrice: plain(isTold ? price : divide(sum, quantity, 6)),
    vatRate,
    net: decimalText(net),
    vat: decimalText(vat),
    total: decimalText(total),
  };
}

interface Figures {
  readonly net: Decimal;
  readonly vat: Decimal;
  readonly total: Decimal;
  /** Of a base unit, as told. */
  readonly price: Decimal | undefined;
  readonly vatRate: string | null;
}

const hundred = decimal('100');

function figuresOf(line: DocumentLine, known: KnownGoods | undefined, terms: LineTerms): Figures {
  const digits = minorDigits(terms.currency);
  const tax = line.taxes?.find(({ isExcise }) => isExcise !== true);
  const isIncluded = tax?.isIncluded ?? terms.vatMode !== 'excluded';
  const rate = tax === undefined ? (known?.vatRate ?? null) : (tax.rate ?? null);
  const vatRate = terms.vatMode === 'none' || rate === null ? null : plain(rate);
  const price = line.price == null ? undefined : divide(decimal(line.price), factorOf(line), 6);
  const sum = round(sumOf(line), digits);
  const percent = decimal(vatRate ?? '0');
  const computed = divide(multiply(sum, percent), isIncluded ? add(hundred, percent) : hundred, digits);
  const told = vatRate === null || tax?.amount == null ? computed : round(decimal(tax.amount), digits);
  return isIncluded
    ? { net: subtract(sum, told), vat: told, total: sum, price, vatRate }
    : { net: sum, vat: told, total: add(sum, told), price, vatRate };
}

/** Base units that the unit of a line holds. */
function factorOf({ coefficient }: DocumentLine): Decimal {
  const factor = decimal(coefficient ?? '1');
  return isZero(factor) ? decimal('1') : factor;
}
