import type { CartChange, CartSummary, LineOutcome } from '@kontor/sdk';

import type { News } from './news.js';

/** What news change. */
export interface CartNewsScope {
  known: () => CartSummary | undefined;
  /** Whether an answer is on its way that may hold the news already. */
  isBusy: () => boolean;
  /** Lays a change over what is known. */
  take: (change: CartChange, outcomes: readonly LineOutcome[]) => void;
  /** Reads everything anew. */
  load: () => void;
}

/** Follows what happens to the cart elsewhere: in other tabs, on other devices. */
export interface CartNews {
  hear(news: News): void;
  /** An answer is there: what was heard meanwhile counts now, unless another one is on its way. */
  catchUp(): void;
}

export function createCartNews({ known, isBusy, take, load }: CartNewsScope): CartNews {
  /** News that came while a batch was being saved or the cart was read. */
  let heard: Extract<News, { type: 'cart' }> | undefined;
  let arePricesOld = false;

  return {
    hear(news) {
      // The gateway re-prices a cart whenever it reads it.
      if (news.type === 'prices') {
        if (isBusy()) arePricesOld = true;
        else load();
      }
      if (news.type !== 'cart') return;
      const cart = known();
      if (cart?.id === news.cartId && news.version > 0 && news.version <= cart.version) return;
      if (isBusy()) {
        heard = news;
        return;
      }
      // Messages about an edit stay in the tab where it was made.
      if (news.change && cart?.id === news.cartId && news.version === cart.version + 1)
        take(
          news.change,
          news.change.outcomes.filter(({ status }) => status === 'removed'),
        );
      else load();
    },
    // News may have been of that very change, or of another one that the answer does not hold.
    catchUp() {
      if (isBusy()) return;
      const news = heard;
      const isOld = arePricesOld;
      heard = undefined;
      arePricesOld = false;
      const cart = known();
      if (isOld || (news && (news.cartId !== cart?.id || news.version > cart.version))) load();
    },
  };
}
