import { sql } from 'kysely';

import type { Database } from '../../../database/database.js';
import type { Scope } from '../../../scope.js';
import { isVisible, visibilityOf } from '../assortment.js';
import { createRevisionCache } from '../revision-cache.js';
import type { CatalogRevision } from '../revision.js';
import { createCatalogIndex, type CatalogIndex, type IndexedProduct } from './catalog-index.js';
import type { ProductDocument } from './product-document.js';
import { createView, type View } from './view.js';

/** Keeps the searchable catalogue of the present revision in memory. */
export interface IndexHolder {
  /** The index as the caller sees it; read again only after the catalogue changed. */
  view(scope: Scope): Promise<View>;
}

/** Assortments whose views are kept. */
const viewsKept = 50;

export function createIndexHolder(database: Database, revision: CatalogRevision): IndexHolder {
  const indexes = createRevisionCache<CatalogIndex>(revision, 1);
  const views = createRevisionCache<View>(revision, viewsKept);
  const documents = new Map<string, KeptDocument>();
  return {
    async view(scope) {
      const visibility = visibilityOf(scope);
      return views.get(visibility ?? '', async () => {
        const index = await indexes.get('', () => load(database, documents));
        return createView(index, visibility === null ? null : await visibleIds(scope, visibility));
      });
    },
  };
}

/** A document with the revision that it was read in. */
interface KeptDocument {
  revision: string;
  document: ProductDocument;
}

async function visibleIds({ db }: Scope, visibility: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('product')
    .select('id')
    .where(isVisible(visibility, 'product.id'))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Reads what changed since the last time and builds the index of everything. */
async function load({ system }: Database, documents: Map<string, KeptDocument>): Promise<CatalogIndex> {
  const listed = await system
    .selectFrom('search_product')
    .innerJoin('product', 'product.id', 'search_product.product_id')
    .select(['product.id as id', 'product.sort_key as sortKey', 'search_product.revision as revision'])
    .where('product.status', '=', 'active')
    .orderBy('product.sort_key')
    .orderBy('product.id')
    .execute();
  const changed = listed.filter(({ id, revision }) => documents.get(id)?.revision !== revision);
  for (let start = 0; start < changed.length; start += 100) {
    const ids = changed.slice(start, start + 100).map(({ id }) => id);
    const rows = await system
      .selectFrom('search_product')
      .select(['product_id as id', 'revision', 'document'])
      .where(sql<boolean>`product_id = any(${ids}::text[])`)
      .execute();
    for (const { id, revision, document } of rows)
      documents.set(id, { revision, document: JSON.parse(document) as ProductDocument });
  }
  const present = new Set(listed.map(({ id }) => id));
  for (const id of documents.keys()) if (!present.has(id)) documents.delete(id);

  const words = await system.selectFrom('search_word').select(['word', 'stem']).execute();
  const indexed = listed.flatMap(({ id, sortKey }): IndexedProduct[] => {
    const document = documents.get(id)?.document;
    return document ? [{ id, sortKey, document }] : [];
  });
  return createCatalogIndex(indexed, new Map(words.map(({ word, stem }) => [word, stem])), breathe);
}

function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
