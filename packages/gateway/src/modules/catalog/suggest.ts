import type { Suggestions } from '@kontor/contract';

import { localized } from '../../http/locale.js';
import type { Scope } from '../../scope.js';
import type { VisibleCategory } from './categories.js';
import { productsAndNames } from './product-list.js';
import type { Search } from './search/search.js';
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
  const { hits, codes, corrected } = await search.find(scope, query);
  const shown = hits.slice(0, limit);
  const { products, names } = await productsAndNames(scope, shown);
  const matchedBy = new Map(codes.map((code) => [code.variantId, code.matchedBy]));
  const visible = new Set(products.map(({ id }) => id));
  const variants = shown
    .filter(({ productId }) => visible.has(productId))
    .flatMap(({ productId, variants }) => variants.map((variant) => ({ ...variant, productId })))
    .sort((left, right) => right.score - left.score)
    .slice(0, limit)
    .flatMap(({ id, productId }) => {
      const named = names.get(id);
      return named ? [{ ...named, productId, matchedBy: matchedBy.get(id) ?? ('name' as const) }] : [];
    });
  return {
    products,
    variants,
    categories: categoriesCalled(scope, categories, corrected ?? query),
    corrected,
  };
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
