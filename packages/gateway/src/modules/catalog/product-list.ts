import type { Page, ProductListQuery, ProductSummary } from '@kontor/contract';
import { sql, type RawBuilder } from 'kysely';

import { decodeCursor, encodeCursor } from '../../http/cursor.js';
import { localized } from '../../http/locale.js';
import { ProblemError } from '../../problem-error.js';
import type { Scope } from '../../scope.js';
import { isVisible, visibilityOf } from './assortment.js';
import { isInCategory } from './category-scope.js';
import { summaries } from './products.js';
import { countFacets, type Filters } from './search/facets.js';
import { compareHits, type Hit } from './search/match.js';
import type { Search } from './search/search.js';
import { tokensOf } from './search/tokens.js';
import { sortKeyLength } from './sort-key.js';

/** Products by category, query and filters, a page at a time; a cursor stays right when the catalogue changes. */
export async function listProducts(
  scope: Scope,
  search: Search,
  { category, query = '', filters = {}, sort, limit = 50, after, total }: ProductListQuery,
): Promise<Page<ProductSummary>> {
  const isQuery = tokensOf(query).length > 0;
  const filtered = await idsOf(scope, search, filters);
  if (isQuery && (sort ?? 'relevance') === 'relevance') {
    const hits = await restricted(scope, (await search.find(scope, query)).hits, category, filtered);
    const cursor = readRelevanceCursor(after);
    const rest = cursor ? hits.filter((hit) => compareHits(cursor, hit) < 0) : hits;
    const shown = rest.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await productsOfHits(scope, shown),
      nextCursor:
        rest.length > limit && last
          ? encodeCursor(['relevance', last.score, last.sortKey, last.productId])
          : null,
      ...(total === 'true' ? { total: hits.length } : {}),
    };
  }
  const found = isQuery ? (await search.find(scope, query)).hits : undefined;
  const ids = found?.map(({ productId }) => productId).filter((id) => !filtered || filtered.has(id));
  const page = await sorted(scope, {
    category,
    ids: ids ?? (filtered && [...filtered]),
    order: orders[sort === undefined || sort === 'relevance' ? 'name' : sort],
    limit,
    after,
    isCounted: total === 'true',
  });
  const byProduct = new Map(found?.map((hit) => [hit.productId, hit]));
  return {
    ...page,
    items: await (found
      ? productsOfHits(
          scope,
          page.items.flatMap((id) => byProduct.get(id) ?? []),
        )
      : summaries(scope, page.items)),
  };
}

/** Ids of hits in a category; everything of it without a query; undefined when nothing narrows the catalogue. */
export async function narrowedIds(
  scope: Scope,
  search: Search,
  { category, query = '' }: Pick<ProductListQuery, 'category' | 'query'>,
): Promise<Set<string> | undefined> {
  if (tokensOf(query).length > 0) {
    const { hits } = await search.find(scope, query);
    return new Set((await restricted(scope, hits, category, undefined)).map(({ productId }) => productId));
  }
  if (category === undefined) return undefined;
  const rows = await scope.db
    .selectFrom('product')
    .select('id')
    .where(isInCategory(category, 'product.category_id'))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

async function idsOf(scope: Scope, search: Search, filters: Filters): Promise<Set<string> | undefined> {
  if (Object.values(filters).every(({ length }) => length === 0)) return undefined;
  return new Set(countFacets(await search.view(scope), filters).productIds);
}

async function restricted(
  scope: Scope,
  hits: readonly Hit[],
  category: string | undefined,
  filtered: ReadonlySet<string> | undefined,
): Promise<readonly Hit[]> {
  const passing = filtered ? hits.filter(({ productId }) => filtered.has(productId)) : hits;
  if (category === undefined || passing.length === 0) return passing;
  const rows = await scope.db
    .selectFrom('product')
    .select('id')
    .where(sql<boolean>`id = any(${passing.map(({ productId }) => productId)}::text[])`)
    .where(isInCategory(category, 'product.category_id'))
    .execute();
  const inside = new Set(rows.map(({ id }) => id));
  return passing.filter(({ productId }) => inside.has(productId));
}

/** A variant as a find tells it. */
export interface FoundName {
  sku: string;
  name: string;
}

/** Products of hits with the variants that were found. */
export async function productsOfHits(scope: Scope, hits: readonly Hit[]): Promise<ProductSummary[]> {
  return (await productsAndNames(scope, hits)).products;
}

/** The same with the names of the variants by id. */
export async function productsAndNames(
  scope: Scope,
  hits: readonly Hit[],
): Promise<{ products: ProductSummary[]; names: ReadonlyMap<number, FoundName> }> {
  const ids = hits.flatMap(({ variants }) => variants.map(({ id }) => id));
  const [products, rows] = await Promise.all([
    summaries(
      scope,
      hits.map(({ productId }) => productId),
    ),
    scope.db
      .selectFrom('variant')
      .select(['id', 'sku', 'name'])
      .where(sql<boolean>`id = any(${ids}::int[])`)
      .execute(),
  ]);
  const names = new Map(rows.map(({ id, sku, name }) => [id, { sku, name: localized(name, scope.locale) }]));
  const byProduct = new Map(hits.map((hit) => [hit.productId, hit]));
  return {
    names,
    products: products.map((product) => ({
      ...product,
      matches: (byProduct.get(product.id)?.variants ?? []).flatMap(({ id }) => names.get(id) ?? []),
    })),
  };
}

/** An order that a database can go on from a product in. */
interface Order {
  name: string;
  key: RawBuilder<string>;
  /** The key as it stands in a cursor, back as it is compared. */
  fromText: (text: string) => RawBuilder<unknown>;
  isDescending: boolean;
}

const nameKey = sql<string>`left(product.sort_key, ${sql.lit(sortKeyLength)})`;
const orders: Record<'name' | '-name' | 'newest', Order> = {
  name: { name: 'name', key: nameKey, fromText: (text) => sql`${text}`, isDescending: false },
  '-name': { name: '-name', key: nameKey, fromText: (text) => sql`${text}`, isDescending: true },
  newest: {
    name: 'newest',
    // Whole microseconds: a Date would lose the end of what the database has.
    key: sql<string>`(extract(epoch from product.created_at) * 1000000)::bigint`,
    fromText: (text) => sql`${text}::bigint`,
    isDescending: true,
  },
};

async function sorted(
  scope: Scope,
  {
    category,
    ids,
    order,
    limit,
    after,
    isCounted,
  }: {
    category: string | undefined;
    ids: readonly string[] | undefined;
    order: Order;
    limit: number;
    after: string | undefined;
    isCounted: boolean;
  },
): Promise<Page<string>> {
  const cursor = decodeCursor(after, ['string', 'string', 'string']);
  if (cursor && (cursor[0] !== order.name || (order.name === 'newest' && !/^\d{1,18}$/.test(cursor[1]))))
    throw notACursor();
  const listed = scope.db
    .selectFrom('product')
    .where('product.status', '=', 'active')
    .where(isVisible(visibilityOf(scope), 'product.id'))
    .$if(category !== undefined, (query) => query.where(isInCategory(category ?? '', 'product.category_id')))
    .$if(ids !== undefined, (query) =>
      query.where(sql<boolean>`product.id = any(${[...(ids ?? [])]}::text[])`),
    );
  const direction = order.isDescending ? 'desc' : 'asc';
  const rows = await listed
    .select(['product.id as id', sql<string>`(${order.key})::text`.as('key')])
    .$if(cursor !== undefined, (query) =>
      query.where(
        sql<boolean>`(${order.key}, product.id) ${order.isDescending ? sql`<` : sql`>`} (${order.fromText(cursor?.[1] ?? '')}, ${cursor?.[2] ?? ''})`,
      ),
    )
    .orderBy(order.key, direction)
    .orderBy('product.id', direction)
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id }) => id),
    nextCursor: rows.length > limit && last ? encodeCursor([order.name, last.key, last.id]) : null,
    ...(isCounted ? { total: await count() } : {}),
  };

  async function count(): Promise<number> {
    const row = await listed.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
    return row.count;
  }
}

function readRelevanceCursor(
  after: string | undefined,
): Pick<Hit, 'score' | 'sortKey' | 'productId'> | undefined {
  const cursor = decodeCursor(after, ['string', 'number', 'string', 'string']);
  if (!cursor) return undefined;
  if (cursor[0] !== 'relevance') throw notACursor();
  return { score: cursor[1], sortKey: cursor[2], productId: cursor[3] };
}

function notACursor(): ProblemError {
  return new ProblemError('invalid_request', { pointer: '/query/after', detail: 'Not a cursor' });
}
