import type { Availability, Option, Price, Tier, Variant } from '@kontor/sdk';
import { compareQuantities, isQuantity, type Entry, type LineView } from '@kontor/state';

import type { Words } from '../../locale/words.js';
import { hasStock, leadTimeText, quantityText, shadeOf } from '../stock/stock-words.js';
import type { Column } from './columns.js';
import type { Draft } from './quantity-editor.js';

/** One row of the table with everything that its cells show. */
export interface RowView {
  readonly variant: Variant;
  readonly view: LineView | undefined;
  readonly price: Entry<Price>;
  readonly stock: Entry<Availability>;
  readonly draft: Draft | undefined;
}

/** What cells need besides their row. */
export interface CellScope {
  readonly words: Words;
  readonly options: readonly Option[];
  readonly nameOf: (warehouseId: string) => string;
  /** Prices carry their currency where no head says it. */
  readonly withCurrency: boolean;
}

/** What a cell says: a text in a tone, and a smaller one below it. A tone is a class of the table's styles. */
export interface CellContent {
  readonly text: string;
  readonly tone: string;
  readonly small: string;
  readonly smallTone: string;
}

const say = (text: string, tone = '', small = '', smallTone = ''): CellContent => ({
  text,
  tone,
  small,
  smallTone,
});
const bone = say('', 'bone');
const none = say('');

/** What a cell says; undefined where it is the field of a quantity. */
export function contentOf({ key, option }: Column, row: RowView, scope: CellScope): CellContent | undefined {
  const { variant } = row;
  switch (key) {
    case 'sku':
      return say(variant.sku);
    case 'item':
      return itemOf(variant, scope);
    case 'option':
      return say(optionText(variant.options[option?.code ?? ''] ?? '', scope.words));
    case 'pack':
      return say(scope.words.number(variant.orderingRule.step));
    case 'stock':
      return stockOf(row, scope);
    case 'price':
      return priceOf(row, scope);
    case 'quantity':
      return variant.status === 'discontinued'
        ? say(scope.words.t('outcome.discontinued'), 'quiet')
        : undefined;
    case 'sum':
      return sumOf(row, scope.words);
  }
}

/** Figures the way of the language, words as they are. */
export const optionText = (value: string, words: Words): string =>
  isQuantity(value) ? words.number(value) : value;

/** What tells a variant apart: figures joined by ×, words after them; its name when there are no options. */
export function itemText({ options, name }: Variant, order: readonly Option[], words: Words): string {
  const codes = order.length > 0 ? order.map(({ code }) => code) : Object.keys(options);
  const values = codes.flatMap((code) => options[code] ?? []);
  const figures = values.filter((value) => isQuantity(value)).map((value) => words.number(value));
  const rest = values.filter((value) => !isQuantity(value));
  // Isolated: from right to left, figures around a sign would change their places.
  const size = figures.length > 1 ? `\u2066${figures.join(' × ')}\u2069` : figures[0];
  return [size, ...rest].filter(Boolean).join(' · ') || name;
}

function itemOf(variant: Variant, { words, options }: CellScope): CellContent {
  const code = variant.customerCode === undefined ? '' : ` · ${variant.customerCode}`;
  return say(itemText(variant, options, words), '', variant.sku + code, 'mono');
}

function stockOf({ stock: { status, item } }: RowView, { words, nameOf }: CellScope): CellContent {
  if (!item?.total)
    return status === 'loading' ? bone : status === 'failed' ? say(words.t('stock.failed')) : none;
  const [nearest, other] = (item.byWarehouse ?? []).filter(hasStock);
  if (!nearest) {
    const expected = expectedOn(item);
    const when = expected ? words.t('stock.expected', { date: words.date(expected) }) : '';
    return say(words.t('stock.none'), 'dot none', when);
  }
  const [quantity, when] = [quantityText(words, nearest.quantity), leadTimeText(words, nearest.leadTime)];
  const elsewhere = other
    ? [
        words.t('stock.moreAt', {
          quantity: quantityText(words, other.quantity),
          warehouse: nameOf(other.warehouseId),
        }),
        leadTimeText(words, other.leadTime),
      ]
    : [];
  const here = words.t('stock.at', { quantity, warehouse: nameOf(nearest.warehouseId) });
  return say(
    when ? `${here}, ${when}` : here,
    `dot ${shadeOf(nearest.quantity)}`,
    elsewhere.filter(Boolean).join(', '),
  );
}

export const expectedOn = ({ byWarehouse = [] }: Availability): string | undefined =>
  byWarehouse
    .flatMap(({ nextReceipt }) => nextReceipt?.expectedOn ?? [])
    .sort()
    .at(0);

function priceOf(
  { view, price: { status, item } }: RowView,
  { words, withCurrency }: CellScope,
): CellContent {
  if (!item)
    return status === 'loading' ? bone : status === 'failed' ? say(words.t('price.failed'), 'quiet') : none;
  const { unitPrice, next, reached } = priceAt(item, view);
  if (unitPrice === undefined)
    return say(words.t(item.status === 'notAssorted' ? 'price.notAssorted' : 'price.onRequest'), 'quiet');
  const currency = withCurrency && item.currency ? `\u00a0${words.currency(item.currency)}` : '';
  const hint = reached
    ? words.t('price.tierReached', { from: words.number(reached.from) })
    : next
      ? words.t('price.from', { from: words.number(next.from), price: words.unitPrice(next.unitPrice) })
      : '';
  return say(
    words.unitPrice(unitPrice) + currency,
    status === 'loading' ? 'outdated' : '',
    hint,
    reached ? 'ok' : '',
  );
}

/** The price that applies to what is in the cart: the gateway's for a saved line, its tier while a line is being saved. */
export function priceAt(
  { unitPrice, tiers = [], nextTier, quantity: least }: Price,
  view: LineView | undefined,
): { unitPrice: string | undefined; next: Tier | undefined; reached: Tier | undefined } {
  if (unitPrice === undefined || !view || view.quantity === '0')
    return { unitPrice, next: nextTier ?? undefined, reached: undefined };
  const now = tiers.findLast(({ from }) => compareQuantities(from, view.quantity) <= 0);
  const saved = view.isSaving ? undefined : view.line?.unitPrice;
  return {
    unitPrice: saved ?? now?.unitPrice ?? unitPrice,
    next: tiers.find(({ from }) => compareQuantities(from, view.quantity) > 0),
    // The price of the smallest quantity was not reached, it was there.
    reached: now && compareQuantities(now.from, least) > 0 ? now : undefined,
  };
}

export const quantityInCart = (view: LineView | undefined, words: Words): string =>
  view && view.quantity !== '0' ? words.number(view.quantity) : '';

function sumOf({ view }: RowView, words: Words): CellContent {
  if (!view || view.quantity === '0') return say('–');
  const total = view.line?.total;
  if (total === undefined) return view.isSaving ? bone : say('–');
  return say(words.unitPrice(total), view.isSaving ? 'outdated' : '');
}
