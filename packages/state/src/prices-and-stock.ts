import type { Availability, Client, Price, PriceItem } from '@kontor/sdk';

import { createBoard, type Board } from './board.js';
import type { SessionPart } from './session.js';

/** Prices of what somebody looks at. */
export type PriceBoard = Board<PriceItem, Price>;
/** Stock of what somebody looks at, by SKU. */
export type StockBoard = Board<string, Availability>;

export function createPriceBoard(client: Pick<Client, 'prices'>, session: SessionPart): PriceBoard {
  return createBoard<PriceItem, Price>(session, {
    ask: (items, signal) => client.prices.resolve(items, { signal }),
    keyOf: ({ sku, quantity }) => `${quantity ?? ''}\n${sku}`,
    isOpen: () => session.$can.get().seePrices !== 'none' && isBuyer(session),
  });
}

export function createStockBoard(client: Pick<Client, 'stock'>, session: SessionPart): StockBoard {
  return createBoard<string, Availability>(session, {
    ask: (skus, signal) => client.stock.resolve(skus, { signal }),
    keyOf: (sku) => sku,
    isOpen: () => session.$can.get().seeStock && isBuyer(session),
  });
}

const isBuyer = ({ $context }: SessionPart): boolean => ($context.get()?.agreementId ?? null) !== null;
