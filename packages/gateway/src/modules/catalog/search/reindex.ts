import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import { bumpCatalog } from '../revision.js';
import { buildDocument } from './build-document.js';
import type { ProductDocument } from './product-document.js';
import { createWordCutter, type WordCutter } from './word-cutter.js';

/** Which part of the catalogue changed; all of it when left out. */
export interface ReindexOptions {
  productIds?: readonly string[];
}

type Documents = readonly { productId: string; document: ProductDocument }[];

/** Products whose variants are read at once. */
const productsPerChunk = 200;

/**
 * Makes the catalogue, or the given products, searchable as they are now, and tells every gateway. To be
 * called after products, variants or their names change; joins a transaction that it is given.
 */
export async function reindexSearch(
  database: { readonly system: Kysely<Tables> },
  { productIds }: ReindexOptions = {},
): Promise<void> {
  const work = async (db: Kysely<Tables>): Promise<void> => {
    await writeSearch(db, documentsInChunks(db, productIds ?? (await allProducts(db))));
  };
  await (database.system.isTransaction
    ? work(database.system)
    : database.system.transaction().execute((transaction) => work(transaction)));
}

/** Stores documents of products and what was heard in them, and tells every gateway. */
export async function writeSearch(
  db: Kysely<Tables>,
  chunks: Iterable<Documents> | AsyncIterable<Documents>,
): Promise<void> {
  const words = new Set<string>();
  for await (const documents of chunks) {
    for (const { document } of documents) for (const word of document.words) words.add(word);
    await write(db, documents);
  }
  await writeWords(db, [...words]);
  await bumpCatalog(db);
}

async function* documentsInChunks(
  db: Kysely<Tables>,
  productIds: readonly string[],
): AsyncGenerator<Documents> {
  const cut = createWordCutter();
  for (let start = 0; start < productIds.length; start += productsPerChunk)
    yield await documentsOf(db, productIds.slice(start, start + productsPerChunk), cut);
}

async function allProducts(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db.selectFrom('product').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

async function documentsOf(
  db: Kysely<Tables>,
  productIds: readonly string[],
  cut: WordCutter,
): Promise<Documents> {
  const ids = sql<string[]>`${[...productIds]}::text[]`;
  const products = await db
    .selectFrom('product')
    .select(['id', 'name', 'brand', 'attributes', 'options'])
    .where(sql<boolean>`id = any(${ids})`)
    .execute();
  const variants = await db
    .selectFrom('variant')
    .select(['id', 'product_id as productId', 'name', 'options', 'attributes'])
    .where(sql<boolean>`product_id = any(${ids})`)
    .where('status', '=', 'active')
    .orderBy('product_id')
    .orderBy('position')
    .orderBy('id')
    .execute();
  const byProduct = new Map<string, typeof variants>(products.map(({ id }) => [id, []]));
  for (const variant of variants) byProduct.get(variant.productId)?.push(variant);
  return products.map((product) => ({
    productId: product.id,
    document: buildDocument({ ...product, variants: byProduct.get(product.id) ?? [] }, cut),
  }));
}

async function write(db: Kysely<Tables>, documents: Documents): Promise<void> {
  await sql`
    insert into search_product (product_id, document)
    select * from unnest(
      ${documents.map(({ productId }) => productId)}::text[],
      ${documents.map(({ document }) => JSON.stringify(document))}::text[])
    on conflict (product_id) do update set document = excluded.document, revision = excluded.revision`.execute(
    db,
  );
}

async function writeWords(db: Kysely<Tables>, words: readonly string[]): Promise<void> {
  await sql`
    insert into search_word (word, stem)
    select word, coalesce((ts_lexize(
      (case when word ~ '[а-я]' then 'russian_stem' else 'english_stem' end)::regdictionary, word))[1], word)
    from unnest(${[...words]}::text[]) as word
    on conflict do nothing`.execute(db);
}
