import type {
  Analogue,
  Category,
  Facets,
  FacetsQuery,
  FoundVariant,
  Page,
  Product,
  ProductListQuery,
  ProductSummary,
  Suggestions,
  Variant,
} from '@kontor/contract';

import type { GatewayDeps } from '../../ports.js';
import type { Scope } from '../../scope.js';
import { visibilityOf } from './assortment.js';
import { categoryTree, visibleCategories, type VisibleCategory } from './categories.js';
import { listFacets } from './facets.js';
import { listProducts } from './product-list.js';
import { getProduct } from './products.js';
import { createRevisionCache } from './revision-cache.js';
import { createCatalogRevision, type CatalogRevision } from './revision.js';
import { createSearch } from './search/search.js';
import { suggest } from './suggest.js';
import type { VariantLookup } from './types.js';
import { createVariantLookup } from './variant-lookup.js';
import { findVariants, getVariant, listAnalogues, listVariants, type VariantsQuery } from './variants.js';

export { bumpCatalog, type CatalogRevision } from './revision.js';
export { reindexSearch, writeSearch } from './search/reindex.js';
export { slugOf, sortKeyOf } from './slug.js';
export { sortKeyLength } from './sort-key.js';

/** The catalogue: what the caller's assortment has, and nothing of what it has not. */
export interface Catalog extends VariantLookup {
  /** Which catalogue kept answers belong to. */
  readonly revision: CatalogRevision;
  categories(scope: Scope): Promise<Category[]>;
  products(scope: Scope, query: ProductListQuery): Promise<Page<ProductSummary>>;
  facets(scope: Scope, query: FacetsQuery): Promise<Facets>;
  /** @throws ProblemError `not_found` */
  product(scope: Scope, idOrSlug: string): Promise<Product>;
  /** @throws ProblemError `not_found` */
  variants(scope: Scope, productIdOrSlug: string, query: VariantsQuery): Promise<Page<Variant>>;
  /** @throws ProblemError `not_found` */
  variant(scope: Scope, sku: string): Promise<Variant>;
  findVariants(scope: Scope, skus: readonly string[]): Promise<FoundVariant[]>;
  /** @throws ProblemError `not_found` */
  analogues(scope: Scope, sku: string): Promise<Analogue[]>;
  suggest(scope: Scope, query: { query: string; limit?: number | undefined }): Promise<Suggestions>;
  close(): Promise<void>;
}

/** Assortments whose categories are kept. */
const categoriesKept = 50;

export function createCatalog({ database }: Pick<GatewayDeps, 'database'>): Catalog {
  const revision = createCatalogRevision(database);
  const search = createSearch(database, revision);
  const categories = createRevisionCache<VisibleCategory[]>(revision, categoriesKept);
  const categoriesOf = (scope: Scope): Promise<VisibleCategory[]> =>
    categories.get(visibilityOf(scope) ?? '', () => visibleCategories(scope));
  return {
    ...createVariantLookup(),
    revision,
    categories: async (scope) => categoryTree(await categoriesOf(scope), scope),
    products: (scope, query) => listProducts(scope, search, query),
    facets: (scope, query) => listFacets(scope, search, query),
    product: getProduct,
    variants: listVariants,
    variant: getVariant,
    findVariants,
    analogues: listAnalogues,
    suggest: async (scope, query) => suggest(scope, search, await categoriesOf(scope), query),
    close: () => revision.close(),
  };
}
