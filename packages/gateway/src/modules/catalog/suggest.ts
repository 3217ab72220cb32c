import type { Suggestions } from '@kontor/contract';
import { sql } from 'kysely';

import { localized } from '../../http/locale.js';
import type { Scope } from '../../scope.js';
import { isVisible, visibilityOf } from './assortment.js';
import type { VisibleCategory } from './categories.js';
import { productsOfHits } from './product-list.js';
import type { Found, Search } from './search/search.js';
import { tokensOf } from './search/tokens.js';

/** Categories that are told. */
const categoriesTold = 5;

/** What to show while one types. */
export async function suggest(
  scope: Scope,
  search: Search,
  categories: readonly VisibleCategory[],
  { query, limit = 8 }: { query: string; limit?: number | undefined },
): Promise<Suggestions> {
  if (tokensOf(query).length === 0) return { products: [], variants: [], categories: [], corrected: null };
  const found = await search.find(scope, query);
  return {
    products: await productsOfHits(scope, found.hits.slice(0, limit)),
    variants: await variantsOf(scope, found, limit),
    categories: categoriesCalled(scope, categories, found.corrected ?? query),
    corrected: found.corrected,
  };
}

async function variantsOf(
  scope: Scope,
  { hits, codes }: Found,
  limit: number,
): Promise<Suggestions['variants']> {
  const matchedBy = new Map(codes.map((code) => [code.variantId, code.matchedBy]));
  const best = hits
    .slice(0, limit * 2)
    .flatMap(({ variants }) => variants)
    .sort((left, right) => right.score - left.score)
    .slice(0, limit);
  const rows = await scope.db
    .selectFrom('variant')
    .select(['id', 'sku', 'product_id as productId', 'name'])
    .where(sql<boolean>`id = any(${best.map(({ id }) => id)}::int[])`)
    .where(isVisible(visibilityOf(scope), 'variant.product_id'))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return best.flatMap(({ id }) => {
    const row = byId.get(id);
    if (!row) return [];
    const { sku, productId, name } = row;
    return [{ sku, productId, name: localized(name, scope.locale), matchedBy: matchedBy.get(id) ?? 'name' }];
  });
}

/** Categories whose name has a word that begins so, for each word of the query. */
function categoriesCalled(
  { locale }: Scope,
  categories: readonly VisibleCategory[],
  query: string,
): Suggestions['categories'] {
  const wanted = tokensOf(query).map(({ word }) => word);
  return categories
    .map(({ id, slug, name }) => ({ id, slug, name: localized(name, locale) }))
    .filter(({ name }) => {
      const words = tokensOf(name).map(({ word }) => word);
      return wanted.every((each) => words.some((word) => word.startsWith(each)));
    })
    .slice(0, categoriesTold);
}
