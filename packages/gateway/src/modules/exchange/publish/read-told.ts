import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import type { SourcePrice } from '../source/source-row.js';
import type { ToldGoods, ToldOffer, ToldProduct } from './told.js';

/** Everything that 1C told of some products. */
export interface Told {
  /** Products that are described. */
  readonly products: readonly ToldProduct[];
  /** Products that only offers, prices or stock speak of, with the name of an offer. */
  readonly orphans: readonly { readonly id: string; readonly name: string | undefined }[];
  /** Prices by price type, by offer; an offer with a characteristic that has none has those of its product. */
  readonly prices: ReadonlyMap<string, Readonly<Record<string, readonly SourcePrice[]>>>;
  /** Quantities by warehouse, by offer. */
  readonly rests: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

export async function readTold(db: Kysely<Tables>, productIds: readonly string[]): Promise<Told> {
  const rows = await db
    .selectFrom('exchange_source')
    .select(['kind', 'id', 'product_id as productId', 'record', 'prices', 'rests', 'is_absent as isAbsent'])
    .where(sql<boolean>`product_id = any(${[...productIds]}::text[])`)
    .orderBy('id')
    .execute();
  const described = new Map<string, ToldProduct & { offers: ToldOffer[] }>();
  const offers: (ToldOffer & { productId: string | null })[] = [];
  const prices = new Map<string, Record<string, SourcePrice[]>>();
  const rests = new Map<string, Record<string, string>>();
  for (const { kind, id, productId, isAbsent, ...row } of rows) {
    const goods = row.record as ToldGoods;
    if (kind === 'product') described.set(id, { id, isAbsent, goods, offers: [] });
    else if (Object.keys(goods).length > 0) offers.push({ id, productId, isAbsent, goods });
    if (row.prices) prices.set(id, row.prices as Record<string, SourcePrice[]>);
    if (row.rests) rests.set(id, row.rests as Record<string, string>);
  }
  for (const { productId, ...offer } of offers) described.get(productId ?? '')?.offers.push(offer);
  for (const { id, productId } of offers) {
    const ofProduct = prices.get(productId ?? '');
    if (!prices.has(id) && ofProduct) prices.set(id, ofProduct);
  }
  return {
    products: [...described.values()],
    orphans: productIds
      .filter((id) => !described.has(id))
      .map((id) => ({ id, name: offers.find(({ productId }) => productId === id)?.goods.name })),
    prices,
    rests,
  };
}
