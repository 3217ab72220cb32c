import type { Row } from '../reader/row.js';
import { readGoods, splitGoodsId, type Goods } from './goods.js';
import { readPrices, type Price } from './price.js';

/** A row of a catalogue, `Товар`. */
export interface ProductRecord extends Goods {
  readonly type: 'product';
  /** Of exchanges that have prices in the catalogue; `undefined` nearly always, then offers tell them. */
  readonly prices: readonly Price[] | undefined;
}

export function readProduct(row: Row): ProductRecord | undefined {
  const id = row.text(row.element, 'Ид');
  if (!id) return undefined;
  row.id = id;
  return { type: 'product', ...readGoods(row, splitGoodsId(id)), prices: readPrices(row) };
}
