import { sql } from 'kysely';

import { json } from '../../../database/json.js';
import { allocateSkus } from './allocate-skus.js';
import type { PlannedProduct } from './plan-product.js';
import type { Publishing } from './publishing.js';

export interface LiveVariants {
  /** Numbers of the shop by the ids of 1C. */
  readonly ids: ReadonlyMap<string, number>;
  /** Products (ids of the shop) of which a variant is new or changed. */
  readonly changedProducts: readonly string[];
}

/** Writes variants; those of a product that are no longer planned are discontinued, not deleted. */
export async function writeVariants(
  publishing: Publishing,
  planned: ReadonlyMap<string, PlannedProduct>,
  products: ReadonlyMap<string, string>,
): Promise<LiveVariants> {
  if (planned.size === 0) return { ids: new Map(), changedProducts: [] };
  const { db, now, settings } = publishing;
  await removeStandIns(publishing, planned);
  const skus = await allocateSkus(
    publishing,
    [...planned.values()].flatMap(({ variants }) => variants),
  );
  const rows = [...planned].flatMap(([productId, { variants }]) =>
    variants.map((variant, position) => ({
      external_id: variant.id,
      product_id: products.get(productId),
      sku: skus.get(variant.id),
      name: { ru: variant.name },
      options: variant.options,
      barcodes: variant.barcodes,
      unit_code: variant.unitCode,
      unit_name: variant.unitName,
      packs: variant.packs,
      vat_rate: variant.vatRate,
      weight_grams: variant.weightGrams,
      position,
      status: variant.isActive ? 'active' : 'discontinued',
    })),
  );
  const name = settings.siteOwned.includes('name') ? sql`v.name` : sql`v.name || excluded.name`;
  const written = await sql<{ productId: string }>`
    insert into variant as v (external_id, product_id, sku, name, options, barcodes, unit_code, unit_name, packs, vat_rate,
      weight_grams, position, status, updated_at)
    select r.*, ${now}::timestamptz
    from json_to_recordset(${json(rows)}::json) as r (external_id text, product_id text, sku text, name jsonb, options jsonb,
      barcodes text[], unit_code text, unit_name text, packs jsonb, vat_rate numeric, weight_grams numeric, position int, status text)
    on conflict (external_id) do update set
      product_id = excluded.product_id, sku = excluded.sku, name = ${name}, options = excluded.options,
      barcodes = excluded.barcodes, unit_code = excluded.unit_code, unit_name = excluded.unit_name, packs = excluded.packs,
      vat_rate = excluded.vat_rate, weight_grams = excluded.weight_grams, position = excluded.position,
      status = excluded.status, updated_at = excluded.updated_at
    where (v.product_id, v.sku, v.name, v.options, v.barcodes, v.unit_code, v.unit_name, v.packs, v.vat_rate, v.weight_grams,
        v.position, v.status)
      is distinct from (excluded.product_id, excluded.sku, ${name}, excluded.options, excluded.barcodes, excluded.unit_code,
        excluded.unit_name, excluded.packs, excluded.vat_rate, excluded.weight_grams, excluded.position, excluded.status)
    returning product_id as "productId"`.execute(db);
  const discontinued = await sql<{ productId: string }>`
    update variant set status = 'discontinued', updated_at = ${now}::timestamptz
    where product_id = any(${[...products.values()]}::text[]) and external_id is not null and status = 'active'
      and not external_id = any(${rows.map(({ external_id: id }) => id)}::text[])
    returning product_id as "productId"`.execute(db);
  publishing.changes.variants += written.rows.length + discontinued.rows.length;
  const live = await sql<{ id: number; externalId: string }>`
    select id, external_id as "externalId" from variant where external_id = any(${rows.map(({ external_id: id }) => id)}::text[])`.execute(
    db,
  );
  return {
    ids: new Map(live.rows.map(({ id, externalId }) => [externalId, id])),
    changedProducts: [...written.rows, ...discontinued.rows].map(({ productId }) => productId),
  };
}

/**
 * A catalogue comes before its offers: until they tell of characteristics, a product is its own only variant. Nobody misses that
 * one when it is gone, unless somebody has used it meanwhile; then it stays, discontinued.
 */
async function removeStandIns(
  { db }: Publishing,
  planned: ReadonlyMap<string, PlannedProduct>,
): Promise<void> {
  const products = [...planned].flatMap(([id, { variants }]) =>
    variants.length > 0 && variants.every((variant) => variant.id !== id) ? [id] : [],
  );
  if (products.length === 0) return;
  await sql`
    delete from variant v where v.external_id = any(${products}::text[])
      and not exists (select from cart_line where variant_id = v.id)
      and not exists (select from order_line where variant_id = v.id)
      and not exists (select from reservation where variant_id = v.id)
      and not exists (select from individual_price where variant_id = v.id)
      and not exists (select from customer_code where variant_id = v.id)
      and not exists (select from analogue where not is_from_1c and v.id in (variant_id, analogue_id))`.execute(
    db,
  );
}
