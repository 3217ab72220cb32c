import { sql } from 'kysely';

import { json } from '../../../database/json.js';
import { newId } from '../../../identifiers.js';
import { reindexSearch, sortKeyLength, sortKeyOf } from '../../catalog/service.js';
import { allDone } from './all-done.js';
import { namedAnalogues, wantAnalogues } from './analogues.js';
import { writeBalances } from './balances.js';
import { ensureNoGroup, liveCategories } from './live-categories.js';
import { planProduct, type PlannedProduct } from './plan-product.js';
import { writePrices } from './prices.js';
import { settle } from './pending.js';
import { writePictures } from './pictures.js';
import type { Publishing } from './publishing.js';
import type { Told } from './read-told.js';
import { slugFor } from './slug-for.js';
import type { Properties } from './told.js';
import { writeVariants } from './variants.js';

/** Products that wait, and what the shop should say of them. */
export interface PlannedProducts {
  readonly ids: readonly string[];
  readonly told: Told;
  /** By the ids of 1C. */
  readonly planned: ReadonlyMap<string, PlannedProduct>;
}

/** Makes products of what was told of them. */
export function planProducts(ids: readonly string[], told: Told, properties: Properties): PlannedProducts {
  return {
    ids,
    told,
    planned: new Map(told.products.map((product) => [product.id, planProduct(product, properties)])),
  };
}

/** Publishes products with their variants, prices and stock; joins the transaction that it is given. */
export async function publishProducts(
  publishing: Publishing,
  { ids, told, planned }: PlannedProducts,
  properties: Properties,
): Promise<void> {
  const { db, report } = publishing;
  for (const { id, name } of told.orphans)
    report({
      severity: 'warning',
      code: 'orphan_offer',
      recordId: id,
      recordName: name,
      message: 'Offers, prices or stock of a product that no catalogue described: they wait for it',
    });
  for (const [id, count] of told.undescribed)
    report({
      severity: 'warning',
      code: 'orphan_offer',
      recordId: id,
      recordName: planned.get(id)?.name,
      message: `Prices or stock of ${String(count)} of its variants, which no offers described: they wait for those`,
    });
  const liveProducts = await writeProducts(publishing, planned);
  const variants = await writeVariants(publishing, planned, liveProducts.ids);
  const touched = [...new Set([...liveProducts.changed, ...variants.changedProducts])];
  // One is prepared while the database works at another.
  await allDone([
    writePictures(publishing, told.products),
    writePrices(publishing, variants.ids, told.prices),
    writeBalances(publishing, variants.ids, told.rests),
    touched.length > 0 ? reindexSearch({ system: db }, { productIds: touched }) : Promise.resolve(),
  ]);
  await wantAnalogues(
    publishing,
    told.products
      .filter(
        ({ goods }) => namedAnalogues(goods, properties, publishing.settings.analoguesProperty) !== undefined,
      )
      .map(({ id }) => id),
  );
  await settle(db, 'product', ids);
}

interface LiveProducts {
  /** Ids of the shop by those of 1C. */
  readonly ids: ReadonlyMap<string, string>;
  /** Ids of the shop of new and changed ones. */
  readonly changed: readonly string[];
}

async function writeProducts(
  publishing: Publishing,
  planned: ReadonlyMap<string, PlannedProduct>,
): Promise<LiveProducts> {
  if (planned.size === 0) return { ids: new Map(), changed: [] };
  const { db, now, settings, report } = publishing;
  const present = await presentProducts(publishing, [...planned.keys()]);
  const categories = await liveCategories(db);
  const noGroup = await ensureNoGroup(publishing, categories);
  const rows = [...planned].map(([externalId, product]) => {
    const id = newId('prd');
    const group = product.groupIds.find((groupId) => categories.has(groupId));
    if (group === undefined && product.groupIds.length > 0)
      report({
        severity: 'warning',
        code: 'unknown_group',
        cause: product.groupIds[0],
        recordId: externalId,
        recordName: product.name,
        message: `No file told of its group ${product.groupIds[0] ?? ''}`,
      });
    return {
      id,
      external_id: externalId,
      category_id: group === undefined ? noGroup : categories.get(group),
      name: { ru: product.name },
      slug: slugFor(product.name, id),
      description: product.description === '' ? {} : { ru: product.description },
      brand: product.brand,
      attributes: product.attributes,
      options: product.options,
      sort_key: sortKeyOf(product.name).slice(0, sortKeyLength),
      status: product.isActive ? 'active' : 'discontinued',
    };
  });
  const owned = new Set<string>(settings.siteOwned);
  const from1C = (field: string, column: string) =>
    owned.has(field) ? sql.ref(`p.${column}`) : sql.ref(`excluded.${column}`);
  const name = owned.has('name') ? sql`p.name` : sql`p.name || excluded.name`;
  const description = owned.has('description')
    ? sql`p.description`
    : sql`(p.description - 'ru') || excluded.description`;
  const { rows: changed } = await sql<{ id: string; externalId: string; categoryId: string }>`
    insert into product as p (id, external_id, category_id, name, slug, description, brand, attributes, options, sort_key,
      status, created_at, updated_at)
    select r.*, ${now}::timestamptz, ${now}::timestamptz
    from json_to_recordset(${json(rows)}::json) as r (id text, external_id text, category_id text, name jsonb, slug text,
      description jsonb, brand text, attributes jsonb, options jsonb, sort_key text, status text)
    on conflict (external_id) do update set
      category_id = ${from1C('category', 'category_id')}, name = ${name}, description = ${description},
      brand = excluded.brand, attributes = excluded.attributes, options = excluded.options,
      sort_key = ${from1C('name', 'sort_key')}, status = excluded.status, updated_at = excluded.updated_at
    where (p.category_id, p.name, p.description, p.brand, p.attributes, p.options, p.sort_key, p.status)
      is distinct from (${from1C('category', 'category_id')}, ${name}, ${description}, excluded.brand, excluded.attributes,
        excluded.options, ${from1C('name', 'sort_key')}, excluded.status)
    returning id, external_id as "externalId", category_id as "categoryId"`.execute(db);
  publishing.changes.products += changed.length;
  if (
    changed.some(
      ({ externalId, categoryId }) => (present.get(externalId)?.categoryId ?? categoryId) !== categoryId,
    )
  )
    await priceAnew(publishing);
  await showToEverybody(
    publishing,
    changed.flatMap(({ id, externalId }) => (present.has(externalId) ? [] : [id])),
  );
  const ids = [...present].map(([externalId, { id }]) => [externalId, id] as const);
  return {
    ids: new Map([...ids, ...changed.map(({ id, externalId }) => [externalId, id] as const)]),
    changed: changed.map(({ id }) => id),
  };
}

/** Products that are there, by the ids of 1C; ids are those of the shop. */
async function presentProducts(
  { db }: Publishing,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly categoryId: string }>> {
  const rows = await db
    .selectFrom('product')
    .select(['id', 'external_id as externalId', 'category_id as categoryId'])
    .where(sql<boolean>`external_id = any(${[...externalIds]}::text[])`)
    .execute();
  return new Map(rows.map(({ externalId, ...product }) => [externalId ?? '', product]));
}

/** Agreements may price a category in their own way: whoever moves into another one may cost something else. */
async function priceAnew({ db }: Publishing): Promise<void> {
  await sql`
    update price_epoch set epoch = epoch + 1
    where exists (select from agreement where segments is not null)`.execute(db);
}

/** New products are in the public assortment; who sees which assortment is decided in the shop. */
async function showToEverybody({ db }: Publishing, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return;
  await sql`
    insert into assortment (id, name, is_public) select ${newId('asm')}, 'Весь ассортимент', true
    where not exists (select from assortment where is_public)`.execute(db);
  await sql`
    insert into assortment_product (assortment_id, product_id)
    select assortment.id, product.id from assortment, product
    where is_public and product.id = any(${[...productIds]}::text[])
    on conflict do nothing`.execute(db);
}
