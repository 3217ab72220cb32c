import type { Availability } from '@kontor/sdk';
import type { Entry, LineView } from '@kontor/state';

import type { Words } from '../../locale/words.js';
import { hasStock } from '../stock/stock-words.js';
import type { NotePlace } from './layout.js';
import { noteOf, type RowNote } from './row-notes.js';
import type { Draft } from './quantity-editor.js';

/** What stands under rows at this moment, by SKU. */
export type NotesBySku = ReadonlyMap<string, RowNote | 'analogue'>;

/** What notes come from. */
export interface NoteSources {
  readonly words: Words;
  readonly lines: readonly LineView[];
  readonly draft: Draft | undefined;
  /** SKUs with analogues that are known. */
  readonly offered: readonly string[];
  readonly stockOf: (sku: string) => Entry<Availability>;
  readonly nameOf: (warehouseId: string) => string;
  readonly rowOf: (sku: string) => number | undefined;
}

/** Notes under rows that are shown: an invalid quantity, what became of an edit, a shortage, an analogue; one a row. */
export function notesOf({ words, lines, draft, offered, stockOf, nameOf, rowOf }: NoteSources): NotesBySku {
  const notes = new Map<string, RowNote | 'analogue'>();
  const offering = new Set(offered.filter((sku) => rowOf(sku) !== undefined && isOut(stockOf(sku).item)));
  for (const view of lines) {
    if (rowOf(view.sku) === undefined) continue;
    if (offering.has(view.sku) && !view.outcome) continue;
    const note = noteOf(words, { view, availability: stockOf(view.sku).item, nameOf });
    if (note) notes.set(view.sku, note);
  }
  for (const sku of offering) if (!notes.has(sku)) notes.set(sku, 'analogue');
  if (draft?.isInvalid) notes.set(draft.sku, { tone: 'bad', text: words.t('quantity.invalid') });
  return notes;
}

/** Notes as the layout takes them. @param analogueUnits height of an analogue in units of a note */
export function placesOf(
  notes: NotesBySku,
  rowOf: (sku: string) => number | undefined,
  analogueUnits: number,
): NotePlace[] {
  return [...notes]
    .map(([sku, note]) => ({ row: rowOf(sku) ?? -1, units: note === 'analogue' ? analogueUnits : 1 }))
    .filter(({ row }) => row >= 0)
    .sort((left, right) => left.row - right.row);
}

export const isOut = (availability: Availability | undefined): boolean =>
  availability?.total !== undefined && !(availability.byWarehouse ?? []).some(hasStock);
