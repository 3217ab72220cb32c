import type { Availability, CartLine, WarehouseStock } from '@kontor/sdk';
import { compareQuantities, subtractQuantities, type LineView } from '@kontor/state';

import type { Words } from '../../locale/words.js';
import { outcomeText } from '../add-to-cart/outcome-words.js';
import { hasStock, leadTimeText, quantityText } from '../stock/stock-words.js';

/** What stands under a row: what happened to its quantity, and a way on. */
export interface RowNote {
  readonly tone: 'warn' | 'bad';
  readonly text: string;
  /** A quantity that would do. */
  readonly offer?: { readonly label: string; readonly quantity: string };
}

/** What a note is about. */
export interface NoteSubject {
  readonly view: LineView | undefined;
  readonly availability: Availability | undefined;
  readonly nameOf: (warehouseId: string) => string;
}

/** The note of a row that is in the cart; undefined when all is well. */
export function noteOf(words: Words, { view, availability, nameOf }: NoteSubject): RowNote | undefined {
  if (!view) return undefined;
  const { outcome } = view;
  if (outcome?.status === 'rejected') return { tone: 'bad', text: outcomeText(words, outcome) };
  const short = shortage(words, view) ?? split(words, view, availability, nameOf);
  if (outcome?.status !== 'corrected') return short;
  const text = outcomeText(words, outcome);
  return short ? { ...short, text: `${text} · ${short.text}` } : { tone: 'warn', text };
}

/** Less than wanted is there at all: the gateway says so. */
function shortage(words: Words, { line, isSaving }: LineView): RowNote | undefined {
  const available = isSaving ? undefined : problemOf(line)?.available;
  if (!available) return undefined;
  const { shown, isCapped } = available;
  if (shown === undefined || Number(shown) === 0) return { tone: 'warn', text: words.t('table.shortNone') };
  return {
    tone: 'warn',
    text: words.t('table.short', { available: quantityText(words, available) }),
    ...(isCapped
      ? {}
      : { offer: { label: words.t('table.take', { quantity: words.number(shown) }), quantity: shown } }),
  };
}

const problemOf = (line: CartLine | undefined): CartLine['problems'][number] | undefined =>
  line?.problems.find(({ code }) => code === 'notEnoughStock');

/** The nearest warehouse has not all of it: from where the rest comes, and when. */
function split(
  words: Words,
  { quantity }: LineView,
  availability: Availability | undefined,
  nameOf: NoteSubject['nameOf'],
): RowNote | undefined {
  const stocked = (availability?.byWarehouse ?? []).filter(hasStock);
  const nearest = stocked[0]?.quantity;
  if (!nearest?.shown || nearest.isCapped || compareQuantities(quantity, nearest.shown) <= 0)
    return undefined;
  const parts: string[] = [];
  let rest = quantity;
  for (const each of stocked) {
    const { shown, isCapped } = each.quantity;
    if (shown === undefined) return undefined;
    const part = isCapped || compareQuantities(rest, shown) <= 0 ? rest : shown;
    parts.push(partText(words, each, part, nameOf));
    rest = subtractQuantities(rest, part);
    if (rest === '0') break;
  }
  if (rest !== '0' || parts.length < 2) return undefined;
  return {
    tone: 'warn',
    text: parts.join(' + '),
    offer: {
      label: words.t('table.only', { quantity: words.number(nearest.shown) }),
      quantity: nearest.shown,
    },
  };
}

function partText(
  words: Words,
  { warehouseId, leadTime }: WarehouseStock,
  quantity: string,
  nameOf: NoteSubject['nameOf'],
): string {
  const place = words.t('stock.at', { quantity: words.number(quantity), warehouse: nameOf(warehouseId) });
  const when = leadTimeText(words, leadTime);
  return when ? `${place}, ${when}` : place;
}
