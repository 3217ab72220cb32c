import { sql } from 'kysely';

import { json } from '../../../database/json.js';
import { allocateSkus } from './allocate-skus.js';
import { list } from './list.js';
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
  const present = await presentVariants(publishing, planned, products);
  await removeStandIns(publishing, planned, present);
  const skus = await allocateSkus(
    publishing,
    [...planned.values()].flatMap(({ variants }) => variants),
    present,
  );
  const liveIds = new Set(products.values());
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
  const { rows: written } = await sql<{ id: number; externalId: string; productId: string }>`
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
    returning id, external_id as "externalId", product_id as "productId"`.execute(db);
  const wanted = new Set(rows.map(({ external_id: id }) => id));
  const left = [...present].flatMap(([id, variant]) =>
    variant.isActive && !wanted.has(id) && liveIds.has(variant.productId) ? [variant] : [],
  );
  await discontinue(publishing, left);
  publishing.changes.variants += written.length + left.length;
  const ids = new Map(written.map(({ id, externalId }) => [externalId, id]));
  for (const [externalId, { id }] of present) if (wanted.has(externalId)) ids.set(externalId, id);
  return {
    ids,
    changedProducts: [...written, ...left].map(({ productId }) => productId),
  };
}

interface PresentVariant {
  readonly id: number;
  readonly sku: string;
  /** Of the shop. */
  readonly productId: string;
  readonly isActive: boolean;
}

/** Variants of 1C that are there, by its ids: those that are planned, and all others of the products. */
async function presentVariants(
  { db }: Publishing,
  planned: ReadonlyMap<string, PlannedProduct>,
  products: ReadonlyMap<string, string>,
): Promise<Map<string, PresentVariant>> {
  const externalIds = [...planned].flatMap(([id, { variants }]) => [
    id,
    ...variants.map((variant) => variant.id),
  ]);
  const { rows } = await sql<PresentVariant & { externalId: string }>`
    select id, external_id as "externalId", sku, product_id as "productId", status = 'active' as "isActive"
    from variant where external_id = any(${externalIds}::text[])
    union
    select id, external_id, sku, product_id, status = 'active'
    from variant where product_id = any(${[...products.values()]}::text[]) and external_id is not null`.execute(
    db,
  );
  return new Map(rows.map(({ externalId, ...variant }) => [externalId, variant]));
}

async function discontinue({ db, now }: Publishing, variants: readonly PresentVariant[]): Promise<void> {
  if (variants.length === 0) return;
  await sql`
    update variant set status = 'discontinued', updated_at = ${now}::timestamptz
    where id = any(${list(variants.map(({ id }) => id))}::int[])`.execute(db);
}

/**
 * A catalogue comes before its offers: until they tell of characteristics, a product is its own only variant. Nobody misses that
 * one when it is gone, unless somebody has used it meanwhile; then it stays, discontinued.
 * @param present of which those that are removed go
 */
async function removeStandIns(
  { db }: Publishing,
  planned: ReadonlyMap<string, PlannedProduct>,
  present: Map<string, PresentVariant>,
): Promise<void> {
  const products = [...planned].flatMap(([id, { variants }]) =>
    present.has(id) && variants.length > 0 && variants.every((variant) => variant.id !== id) ? [id] : [],
  );
  if (products.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    delete from variant v where v.external_id = any(${products}::text[])
      and not exists (select from cart_line where variant_id = v.id)
      and not exists (select from order_line where variant_id = v.id)
      and not exists (select from reservation where variant_id = v.id)
      and not exists (select from individual_price where variant_id = v.id)
      and not exists (select from customer_code where variant_id = v.id)
      and not exists (select from analogue where not is_from_1c and v.id in (variant_id, analogue_id))
    returning v.external_id as id`.execute(db);
  for (const { id } of rows) present.delete(id);
}
