import type { Availability, Option, Price, Tier, Variant } from '@kontor/sdk';
import { compareQuantities, isQuantity, type Entry, type LineView } from '@kontor/state';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

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

const bone = html`<span class="bone"></span>`;

export function renderCell({ key, option }: Column, row: RowView, scope: CellScope): unknown {
  switch (key) {
    case 'sku':
      return row.variant.sku;
    case 'item':
      return renderItem(row.variant, scope);
    case 'option':
      return optionText(row.variant.options[option?.code ?? ''] ?? '', scope.words);
    case 'pack':
      return scope.words.number(row.variant.orderingRule.step);
    case 'stock':
      return renderStock(row, scope);
    case 'price':
      return renderPrice(row, scope);
    case 'quantity':
      return renderQuantity(row, scope.words);
    case 'sum':
      return renderSum(row, scope.words);
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
  return [figures.join(' × '), ...rest].filter(Boolean).join(' · ') || name;
}

function renderItem(variant: Variant, { words, options }: CellScope): TemplateResult {
  const code = variant.customerCode === undefined ? '' : ` · ${variant.customerCode}`;
  return html`<b>${itemText(variant, options, words)}</b><small class="mono">${variant.sku}${code}</small>`;
}

function renderStock({ stock: { status, item } }: RowView, { words, nameOf }: CellScope): unknown {
  if (!item?.total)
    return status === 'loading' ? bone : status === 'failed' ? words.t('stock.failed') : nothing;
  const [nearest, other] = (item.byWarehouse ?? []).filter(hasStock);
  if (!nearest) {
    const expected = expectedOn(item);
    return html`<span class="none"><i></i>${words.t('stock.none')}</span
      >${expected ? html`<small>${words.t('stock.expected', { date: words.date(expected) })}</small>` : nothing}`;
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
        .filter(Boolean)
        .join(', ')
    : '';
  const here = words.t('stock.at', { quantity, warehouse: nameOf(nearest.warehouseId) });
  return html`<span class=${shadeOf(nearest.quantity)}><i></i>${here}${when ? `, ${when}` : ''}</span
    >${elsewhere ? html`<small>${elsewhere}</small>` : nothing}`;
}

export const expectedOn = ({ byWarehouse = [] }: Availability): string | undefined =>
  byWarehouse
    .flatMap(({ nextReceipt }) => nextReceipt?.expectedOn ?? [])
    .sort()
    .at(0);

function renderPrice(
  { view, price: { status, item } }: RowView,
  { words, withCurrency }: CellScope,
): unknown {
  if (!item) return status === 'loading' ? bone : status === 'failed' ? words.t('price.failed') : nothing;
  const { unitPrice, next, reached } = priceAt(item, view);
  if (unitPrice === undefined)
    return html`<span class="quiet"
      >${words.t(item.status === 'notAssorted' ? 'price.notAssorted' : 'price.onRequest')}</span
    >`;
  const currency = withCurrency && item.currency ? `\u00a0${words.currency(item.currency)}` : '';
  const hint = reached
    ? html`<small class="ok">${words.t('price.tierReached', { from: words.number(reached.from) })}</small>`
    : next
      ? html`<small
          >${words.t('price.from', { from: words.number(next.from), price: words.unitPrice(next.unitPrice) })}</small
        >`
      : nothing;
  return html`<b class=${status === 'loading' ? 'outdated' : nothing}
      >${words.unitPrice(unitPrice)}${currency}</b
    >${hint}`;
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

function renderQuantity({ variant, view, draft }: RowView, words: Words): TemplateResult {
  if (variant.status === 'discontinued')
    return html`<span class="quiet">${words.t('outcome.discontinued')}</span>`;
  return html`<input
    tabindex="-1"
    inputmode="decimal"
    autocomplete="off"
    enterkeyhint="next"
    placeholder="0"
    aria-label=${words.t('quantity.labelOf', { name: variant.name })}
    aria-invalid=${draft?.isInvalid ? 'true' : nothing}
    .value=${live(draft?.text ?? quantityInCart(view, words))}
  />`;
}

export const quantityInCart = (view: LineView | undefined, words: Words): string =>
  view && view.quantity !== '0' ? words.number(view.quantity) : '';

function renderSum({ view }: RowView, words: Words): unknown {
  if (!view || view.quantity === '0') return '–';
  const total = view.line?.total;
  if (total === undefined) return view.isSaving ? bone : '–';
  return html`<b class=${view.isSaving ? 'outdated' : nothing}>${words.unitPrice(total)}</b>`;
}
