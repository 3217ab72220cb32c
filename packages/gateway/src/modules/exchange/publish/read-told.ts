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
  /** How many variants of described products only prices or stock speak of, by product. */
  readonly undescribed: ReadonlyMap<string, number>;
  /** Prices by price type, by offer; an offer with a characteristic that has none has those of its product. */
  readonly prices: ReadonlyMap<string, Readonly<Record<string, readonly SourcePrice[]>>>;
  /** Quantities by warehouse, by offer. */
  readonly rests: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

interface SourceOfProduct {
  kind: string;
  id: string;
  productId: string;
  record: ToldGoods & { readonly ofCatalogue?: ToldGoods };
  prices: Record<string, SourcePrice[]> | null;
  rests: Record<string, string> | null;
  isAbsent: boolean;
}

export async function readTold(db: Kysely<Tables>, productIds: readonly string[]): Promise<Told> {
  // Product by product through the index (`offset 0`): for many at once the database would rather look at all there are.
  const { rows } = await sql<SourceOfProduct>`
    select s.* from unnest(${[...productIds]}::text[]) as wanted (id) cross join lateral (
      select kind, id, product_id as "productId", record, prices, rests, is_absent as "isAbsent"
      from exchange_source where product_id = wanted.id offset 0) s
    order by s.id`.execute(db);
  const described = new Map<string, ToldProduct & { offers: ToldOffer[] }>();
  const offers: (ToldOffer & { productId: string })[] = [];
  const undescribed = new Map<string, number>();
  const prices = new Map<string, Record<string, SourcePrice[]>>();
  const rests = new Map<string, Record<string, string>>();
  for (const { kind, id, productId, isAbsent, record, ...row } of rows) {
    const goods: ToldGoods = record.ofCatalogue ? { ...record.ofCatalogue, ...record } : record;
    if (kind === 'product') described.set(id, { id, isAbsent, goods, offers: [] });
    else if (Object.keys(goods).length > 0) offers.push({ id, productId, isAbsent, goods });
    else if (id !== productId) undescribed.set(productId, (undescribed.get(productId) ?? 0) + 1);
    // What offers tell of prices takes the place of what a catalogue does.
    if (row.prices && (kind === 'offer' || !prices.has(id))) prices.set(id, row.prices);
    if (row.rests) rests.set(id, row.rests);
  }
  for (const { productId, ...offer } of offers) described.get(productId)?.offers.push(offer);
  for (const { id, productId } of offers) {
    const ofProduct = prices.get(productId);
    if (!prices.has(id) && ofProduct) prices.set(id, ofProduct);
  }
  return {
    products: [...described.values()],
    orphans: productIds
      .filter((id) => !described.has(id))
      .map((id) => ({ id, name: offers.find(({ productId }) => productId === id)?.goods.name })),
    undescribed: new Map([...undescribed].filter(([id]) => described.has(id))),
    prices,
    rests,
  };
}
