import type { Availability, Client, Permissions, Price, PriceItem } from '@kontor/sdk';

import { createBoard, type Board } from './board.js';
import type { News, Newsroom } from './news.js';
import type { SessionPart } from './session.js';

/** Prices of what somebody looks at. */
export type PriceBoard = Board<PriceItem, Price>;
/** Stock of what somebody looks at, by SKU. */
export type StockBoard = Board<string, Availability>;

export function createPriceBoard(
  client: Pick<Client, 'prices'>,
  session: SessionPart,
  newsroom: Newsroom,
): PriceBoard {
  return createBoard<PriceItem, Price>(session, {
    ask: (items, signal) => client.prices.resolve(items, { signal }),
    keyOf: ({ sku, quantity }) => `${quantity ?? ''}\n${sku}`,
    isOpen: () => isBuyer(session, ({ seePrices }) => seePrices !== 'none'),
    onOutdated: (hear) => listenFor(newsroom, 'prices', hear),
  });
}

export function createStockBoard(
  client: Pick<Client, 'stock'>,
  session: SessionPart,
  newsroom: Newsroom,
): StockBoard {
  return createBoard<string, Availability>(session, {
    ask: (skus, signal) => client.stock.resolve(skus, { signal }),
    keyOf: (sku) => sku,
    isOpen: () => isBuyer(session, ({ seeStock }) => seeStock),
    onOutdated: (hear) => listenFor(newsroom, 'stock', hear),
  });
}

const listenFor = (newsroom: Newsroom, wanted: News['type'], hear: () => void): (() => void) =>
  newsroom.listen(({ type }) => {
    if (type === wanted) hear();
  });

/** Asked for each thing in view: the session itself is listened to, what is computed of it would be computed at every look. */
function isBuyer({ $session }: SessionPart, may: (can: Permissions) => boolean): boolean {
  const session = $session.get().value;
  return session !== undefined && may(session.can) && (session.context?.agreementId ?? null) !== null;
}
