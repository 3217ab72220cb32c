import * as z from 'zod/mini';

import { described } from './named.js';
import { limits } from './limits.js';

/** Query keys that every list takes. */
export const pageQuery = {
  limit: z.optional(
    described(
      `Items per page, at most ${String(limits.pageSize)}.`,
      z.coerce.number().check(z.int(), z.minimum(1), z.maximum(limits.pageSize)),
    ),
  ),
  after: z.optional(described('Cursor of the page before.', z.string().check(z.maxLength(600)))),
};

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
