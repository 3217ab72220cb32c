import type { Row } from '../reader/row.js';
import { readGoods, splitGoodsId, type Goods } from './goods.js';

/** A row of a catalogue, `Товар`. */
export interface ProductRecord extends Goods {
  readonly type: 'product';
}

export function readProduct(row: Row): ProductRecord | undefined {
  const id = row.text(row.element, 'Ид');
  if (!id) return undefined;
  row.id = id;
  return { type: 'product', ...readGoods(row, splitGoodsId(id)) };
}
