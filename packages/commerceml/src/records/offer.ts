import type { Row } from '../reader/row.js';
import { readGoods, splitGoodsId, type Goods, type GoodsId } from './goods.js';
import { readPrices, type Price } from './price.js';
import { readRests, type Rest } from './rest.js';

/** What a row of an offers package says of a variant: what it is, what it costs, how much there is. */
export interface OfferRecord extends Goods {
  readonly type: 'offer';
  /** `undefined`: the row has no prices; none: it has an empty list. All rows, also two of one type: see `preferredPrices`. */
  readonly prices: readonly Price[] | undefined;
  /** Stock by warehouse. */
  readonly rests: readonly Rest[] | undefined;
  /** Total free stock; `undefined` is unknown and not zero. May be negative and fractional. */
  readonly quantity: string | null | undefined;
}

/** A row that names its goods by bar code or vendor code only, as a package of changes may. */
export interface OfferByCodeRecord extends Omit<
  OfferRecord,
  'characteristicId' | 'id' | 'productId' | 'type'
> {
  readonly type: 'offerByCode';
}

export function readOffer(row: Row): OfferByCodeRecord | OfferRecord | undefined {
  const { element } = row;
  const id = row.text(element, 'Ид');
  if (id) {
    row.id = id;
    return { type: 'offer', ...readGoods(row, withSeparate(row, splitGoodsId(id))), ...readTerms(row) };
  }
  if (!row.text(element, 'Штрихкод') && !row.text(element, 'Артикул')) return undefined;
  const {
    id: _id,
    productId: _productId,
    characteristicId: _characteristicId,
    ...goods
  } = readGoods(row, splitGoodsId(''));
  return { type: 'offerByCode', ...goods, ...readTerms(row) };
}

/** A package of changes has the characteristic in an element of its own. */
function withSeparate(row: Row, ids: GoodsId): GoodsId {
  const separate = ids.characteristicId === undefined ? row.text(row.element, 'ИдХарактеристики') : undefined;
  if (!separate) return ids;
  return { id: `${ids.productId}#${separate}`, productId: ids.productId, characteristicId: separate };
}

function readTerms(row: Row): Pick<OfferRecord, 'prices' | 'quantity' | 'rests'> {
  const { rests, total } = readRests(row);
  const quantity = row.decimal(row.element, 'Количество');
  return {
    prices: readPrices(row),
    rests,
    quantity: quantity === undefined ? total : quantity,
  };
}
