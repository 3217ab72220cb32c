import * as z from 'zod/mini';

import { described } from './named.js';
import { limits } from './limits.js';

/** Query keys of a list whose pages have at most so many items. */
export const pageQueryOf = (most: number) => ({
  limit: z.optional(
    described(
      `Items per page, at most ${String(most)}.`,
      z.coerce.number().check(z.int(), z.minimum(1), z.maximum(most)),
    ),
  ),
  after: z.optional(described('Cursor of the page before.', z.string().check(z.maxLength(600)))),
});

/** Query keys that every list takes, unless it says otherwise. */
export const pageQuery = pageQueryOf(limits.pageSize);

/** A page of items with the cursor of the next one. */
export const page = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    items: z.array(item),
    nextCursor: described('Pass as `after`; null on the last page.', z.nullable(z.string())),
    total: z.optional(described('Only when asked for with `total=true`.', z.number())),
  });

/** One page as plain types. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total?: number | undefined;
}
