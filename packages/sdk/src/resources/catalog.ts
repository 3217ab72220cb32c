import type {
  Analogue,
  CategoryTree,
  Facets,
  FoundVariant,
  Product,
  ProductSort,
  ProductSummary,
  Suggestions,
  Variant,
} from '@kontor/contract';
import { limits } from '@kontor/contract/limits';

import type { Http } from '../http.js';
import { List } from '../list.js';
import type { CallOptions } from '../options.js';

/** Option or attribute code → values, any of which may hold. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** What a list of products is narrowed by. */
export interface ProductQuery {
  /** Category id or slug, descendants included. */
  category?: string;
  query?: string;
  filters?: Filters;
}

/** Order and size of pages. */
export interface PageOptions {
  /** Items a page. @default 50 */
  limit?: number;
  /** Cursor of the page before. */
  after?: string;
}

/** The category tree. */
export class Categories {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** The whole tree of the caller's assortment. */
  tree(options?: CallOptions): Promise<CategoryTree> {
    return this.#http.get('categories', undefined, options);
  }
}

/** Products of the caller's assortment. They never carry a price. */
export class Products {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Products by category, query and filters. Await it for a page, iterate it for all. */
  list(
    { filters, after, ...query }: ProductQuery & PageOptions & { sort?: ProductSort; total?: boolean } = {},
    options?: CallOptions,
  ): List<ProductSummary> {
    return new List(
      (cursor) =>
        this.#http.get('products', { ...query, filters: filterText(filters), after: cursor }, options),
      after,
    );
  }

  /** Facets with counts for the same query. */
  facets({ filters, ...query }: ProductQuery = {}, options?: CallOptions): Promise<Facets> {
    return this.#http.get('products/facets', { ...query, filters: filterText(filters) }, options);
  }

  /** A product card by id or slug. @throws ApiError `not_found` */
  get(idOrSlug: string, options?: CallOptions): Promise<Product> {
    return this.#http.get(`products/${encodeURIComponent(idOrSlug)}`, undefined, options);
  }

  /** Variants of a product, filterable by option. */
  variants(
    idOrSlug: string,
    { filters, after, limit }: { filters?: Filters } & PageOptions = {},
    options?: CallOptions,
  ): List<Variant> {
    const path = `products/${encodeURIComponent(idOrSlug)}/variants`;
    return new List(
      (cursor) => this.#http.get(path, { limit, filters: filterText(filters), after: cursor }, options),
      after,
    );
  }

  /** Suggestions while one types: by name, SKU, barcode and customer code. */
  suggest(query: string, { limit }: { limit?: number } = {}, options?: CallOptions): Promise<Suggestions> {
    return this.#http.get('suggest', { query, limit }, options);
  }
}

/** Variants by SKU. */
export class Variants {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** @throws ApiError `not_found` */
  get(sku: string, options?: CallOptions): Promise<Variant> {
    return this.#http.get(`variants/${encodeURIComponent(sku)}`, undefined, options);
  }

  /** Many variants, any number; one outcome per SKU in order. */
  async find(skus: readonly string[], options?: CallOptions): Promise<FoundVariant[]> {
    const found: FoundVariant[] = [];
    for (let start = 0; start < skus.length; start += limits.variantsPerCall) {
      const part = skus.slice(start, start + limits.variantsPerCall);
      found.push(
        ...(await this.#http.ask<{ items: FoundVariant[] }>('variants/find', { skus: part }, options)).items,
      );
    }
    return found;
  }

  /** Variants that can stand for this one, best first. */
  async analogues(sku: string, options?: CallOptions): Promise<Analogue[]> {
    return (
      await this.#http.get<{ items: Analogue[] }>(
        `variants/${encodeURIComponent(sku)}/analogues`,
        undefined,
        options,
      )
    ).items;
  }
}

function filterText(filters: Filters | undefined): string | undefined {
  return filters === undefined ? undefined : JSON.stringify(filters);
}
