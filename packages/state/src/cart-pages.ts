import type { CartLine, Client, Page } from '@kontor/sdk';
import { atom, type ReadableAtom } from 'nanostores';

import type { CartLines } from './cart-lines.js';

/** Lines of one page at most. */
export const pageSize = 1000;

/** Which lines of the cart have been read. */
export interface CartPages {
  /** Whether all have. */
  readonly $isComplete: ReadableAtom<boolean>;
  /** The first lines, as they come with the cart. */
  begin(first: Page<CartLine>): void;
  /** Reads the rest, page by page. */
  readRest(cartId: string, signal: AbortSignal): Promise<void>;
}

export function createCartPages(client: Pick<Client, 'carts'>, lines: CartLines): CartPages {
  const $isComplete = atom(false);
  let next: string | null = null;

  const load = ({ items, nextCursor }: Page<CartLine>): void => {
    lines.load(items);
    next = nextCursor;
    if (next === null) lines.finish();
    $isComplete.set(next === null);
  };

  return {
    $isComplete,
    begin(first) {
      lines.begin();
      load(first);
    },
    async readRest(cartId, signal) {
      while (next !== null) {
        const page = await client.carts.lines(cartId, { limit: pageSize, after: next }, { signal });
        if (signal.aborted) return;
        load(page);
      }
    },
  };
}
