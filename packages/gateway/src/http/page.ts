import type { Page } from '@kontor/contract';

import { encodeCursor } from './cursor.js';

/** Items of a page when the caller does not say. */
export const defaultPageSize = 50;

/** Makes a page of rows that were read with one more than the limit. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => Item,
  sortValues: (row: Row) => readonly (string | number)[],
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(itemOf),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(sortValues(last)) : null,
  };
}

/** What a list query asks for; `limit` is one of {@link defaultPageSize} when left out. */
export interface PageQuery {
  limit?: number | undefined;
  after?: string | undefined;
}
