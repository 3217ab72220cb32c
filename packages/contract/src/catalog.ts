import * as z from 'zod/mini';

import { limits } from './limits.js';
import { described, named } from './named.js';
import { operation } from './operation.js';
import { page, pageQuery } from './paging.js';
import { Decimal, Id, Quantity, Sku } from './primitives.js';

/** A node of the category tree. */
export interface Category {
  id: string;
  name: string;
  slug: string;
  productCount: number;
  children: Category[];
}
export const Category: z.ZodMiniType<Category> = named(
  'Category',
  'A node of the category tree; `productCount` counts what the caller may see, descendants included.',
  z.object({
    id: Id,
    name: z.string(),
    slug: z.string(),
    productCount: z.number(),
    get children() {
      return z.array(Category);
    },
  }),
);

export const CategoryTree = named(
  'CategoryTree',
  "The whole tree of the caller's assortment.",
  z.object({ items: z.array(Category) }),
);
export type CategoryTree = z.infer<typeof CategoryTree>;

/** A picture by address; sizes are chosen by the gateway. */
export const Picture = named(
  'Picture',
  'A picture; `url` is relative to the gateway or absolute.',
  z.object({
    url: z.string(),
    width: z.number(),
    height: z.number(),
    alt: z.string(),
    sources: z.optional(
      described(
        'The same picture in every width that there is, narrowest first, for a `srcset`; absent where there is only one.',
        z.array(z.object({ url: z.string(), width: z.number() })),
      ),
    ),
  }),
);
export type Picture = z.infer<typeof Picture>;

/** A named value. */
export const Attribute = named(
  'Attribute',
  'A named value of a product or variant; `unit` where it is a measure.',
  z.object({ code: z.string(), name: z.string(), value: z.string(), unit: z.nullable(z.string()) }),
);
export type Attribute = z.infer<typeof Attribute>;

/** An attribute that tells the variants of one product apart. */
export const Option = named(
  'Option',
  'An attribute that tells the variants of one product apart, with its values in order.',
  z.object({ code: z.string(), name: z.string(), unit: z.nullable(z.string()), values: z.array(z.string()) }),
);
export type Option = z.infer<typeof Option>;

/** What quantities may be ordered. */
export const OrderingRule = named(
  'OrderingRule',
  'Smallest quantity, multiple and largest quantity, in the unit; packs on offer.',
  z.object({
    min: Quantity,
    step: Quantity,
    max: z.nullable(Quantity),
    packs: z.array(z.object({ name: z.string(), quantity: Quantity })),
  }),
);
export type OrderingRule = z.infer<typeof OrderingRule>;

/** A unit of measure. */
export const Unit = named(
  'Unit',
  'Unit of measure by its OKEI / UN code and short name.',
  z.object({ code: z.string(), name: z.string() }),
);
export type Unit = z.infer<typeof Unit>;

/** What is ordered (характеристика). It never has a price. */
export const Variant = named(
  'Variant',
  'What is ordered. Prices and stock are resources of their own.',
  z.object({
    sku: Sku,
    productId: Id,
    name: z.string(),
    options: described('Option values by option code.', z.record(z.string(), z.string())),
    attributes: z.array(Attribute),
    barcodes: z.array(z.string()),
    unit: Unit,
    orderingRule: OrderingRule,
    picture: z.nullable(Picture),
    status: z.enum(['active', 'discontinued']),
    customerCode: z.optional(
      described("The company's own name for the variant; only in private answers.", z.string()),
    ),
    analogueCount: z.number(),
  }),
);
export type Variant = z.infer<typeof Variant>;

/** What a list shows of a product (номенклатура). It never has a price. */
export const ProductSummary = named(
  'ProductSummary',
  'What a list shows of a product. `matches` are variants that the query found, best first.',
  z.object({
    id: Id,
    name: z.string(),
    slug: z.string(),
    brand: z.nullable(z.string()),
    categoryId: Id,
    picture: z.nullable(Picture),
    variantCount: z.number(),
    firstSku: z.nullable(Sku),
    matches: z.optional(z.array(z.object({ sku: Sku, name: z.string() }))),
  }),
);
export type ProductSummary = z.infer<typeof ProductSummary>;

/** A product card. */
export const Product = named(
  'Product',
  'A product card; its variants are a list of their own.',
  z.object({
    id: Id,
    name: z.string(),
    slug: z.string(),
    description: described('Plain text.', z.string()),
    brand: z.nullable(z.string()),
    categoryId: Id,
    categoryPath: z.array(z.object({ id: Id, name: z.string(), slug: z.string() })),
    pictures: z.array(Picture),
    attributes: z.array(Attribute),
    options: z.array(Option),
    variantCount: z.number(),
  }),
);
export type Product = z.infer<typeof Product>;

/** A facet with the counts of its values. */
export const Facet = named(
  'Facet',
  'A facet; counts are of products under all other filters.',
  z.object({
    code: z.string(),
    name: z.string(),
    unit: z.nullable(z.string()),
    values: z.array(z.object({ value: z.string(), count: z.number(), isSelected: z.boolean() })),
  }),
);
export type Facet = z.infer<typeof Facet>;

export const Facets = named(
  'Facets',
  'Facets of a list.',
  z.object({ items: z.array(Facet), total: z.number() }),
);
export type Facets = z.infer<typeof Facets>;

/** What suggestions show while one types. */
export const Suggestions = named(
  'Suggestions',
  'What suggestions show while one types. `corrected` is the query that was searched instead, when it had a typo.',
  z.object({
    products: z.array(ProductSummary),
    variants: z.array(
      z.object({
        sku: Sku,
        productId: Id,
        name: z.string(),
        matchedBy: z.enum(['sku', 'barcode', 'customerCode', 'name']),
      }),
    ),
    categories: z.array(z.object({ id: Id, name: z.string(), slug: z.string() })),
    corrected: z.nullable(z.string()),
  }),
);
export type Suggestions = z.infer<typeof Suggestions>;

/** Why one variant can stand for another. */
export const AnalogueReason = named(
  'AnalogueReason',
  'Why one variant can stand for another.',
  z.enum(['equivalent', 'newer', 'cheaper', 'competitor']),
);
export type AnalogueReason = z.infer<typeof AnalogueReason>;

/** A variant that can stand for another. */
export const Analogue = named(
  'Analogue',
  'A variant that can stand for another, with the ratio of quantities.',
  z.object({ variant: Variant, reason: AnalogueReason, ratio: Decimal }),
);
export type Analogue = z.infer<typeof Analogue>;

/** Outcome of one SKU of a bulk call. */
export const FoundVariant = named(
  'FoundVariant',
  'One outcome per SKU asked, in order; unknown and invisible look the same.',
  z.object({ sku: Sku, variant: z.nullable(Variant) }),
);
export type FoundVariant = z.infer<typeof FoundVariant>;

/** Orders of a list. */
export const ProductSort = z.enum(['relevance', 'name', '-name', 'newest']);
export type ProductSort = z.infer<typeof ProductSort>;

const filters = z.optional(
  described(
    'Facet filters as a JSON object: code → values (any of them). Several codes must all hold.',
    z.pipe(
      z.string().check(z.maxLength(4000)),
      z.pipe(
        z.transform((value: string, context): unknown => {
          try {
            return JSON.parse(value);
          } catch {
            context.issues.push({ code: 'custom', message: 'Not JSON', input: value });
            return z.NEVER;
          }
        }),
        z.record(
          z.string().check(z.maxLength(120)),
          z.array(z.string().check(z.maxLength(240))).check(z.maxLength(100)),
        ),
      ),
    ),
  ),
);

const searchQuery = z.optional(z.string().check(z.maxLength(limits.queryLength)));

const listQuery = {
  category: z.optional(described('Category id or slug, descendants included.', Id)),
  query: searchQuery,
  filters,
};

export const ProductListQuery = z.strictObject({
  ...listQuery,
  ...pageQuery,
  sort: z.optional(ProductSort),
  total: z.optional(described('`true` counts all products.', z.enum(['true', 'false']))),
});
export type ProductListQuery = z.infer<typeof ProductListQuery>;

export const FacetsQuery = z.strictObject(listQuery);
export type FacetsQuery = z.infer<typeof FacetsQuery>;

const bySku = z.object({ sku: Sku });

export const catalogOperations = {
  categories: operation({
    method: 'GET',
    path: '/v1/categories',
    summary: 'The category tree',
    access: 'anyone',
    answer: CategoryTree,
    caching: 'public',
  }),
  listProducts: operation({
    method: 'GET',
    path: '/v1/products',
    summary: 'Products by category, query and filters',
    access: 'anyone',
    query: ProductListQuery,
    answer: page(ProductSummary),
    caching: 'public',
  }),
  facets: operation({
    method: 'GET',
    path: '/v1/products/facets',
    summary: 'Facets with counts for the same list',
    access: 'anyone',
    query: FacetsQuery,
    answer: Facets,
    caching: 'public',
  }),
  getProduct: operation({
    method: 'GET',
    path: '/v1/products/{id}',
    summary: 'A product card by id or slug',
    access: 'anyone',
    params: z.object({ id: Id }),
    answer: Product,
    caching: 'public',
    problems: ['not_found'],
  }),
  listVariants: operation({
    method: 'GET',
    path: '/v1/products/{id}/variants',
    summary: 'Variants of a product, filterable by option',
    access: 'anyone',
    params: z.object({ id: Id }),
    query: z.strictObject({ ...pageQuery, filters }),
    answer: page(Variant),
    caching: 'public',
    problems: ['not_found'],
  }),
  suggest: operation({
    method: 'GET',
    path: '/v1/suggest',
    summary: 'Suggestions while one types',
    access: 'anyone',
    query: z.strictObject({
      query: z.string().check(z.minLength(1), z.maxLength(limits.queryLength)),
      limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(20))),
    }),
    answer: Suggestions,
    caching: 'private',
  }),
  getVariant: operation({
    method: 'GET',
    path: '/v1/variants/{sku}',
    summary: 'A variant by SKU',
    access: 'anyone',
    params: bySku,
    answer: Variant,
    caching: 'public',
    problems: ['not_found'],
  }),
  findVariants: operation({
    method: 'POST',
    path: '/v1/variants/find',
    summary: 'Many variants by SKU',
    access: 'anyone',
    body: z.strictObject({ skus: z.array(Sku).check(z.minLength(1), z.maxLength(limits.variantsPerCall)) }),
    answer: z.object({ items: z.array(FoundVariant) }),
    idempotency: 'none',
  }),
  analogues: operation({
    method: 'GET',
    path: '/v1/variants/{sku}/analogues',
    summary: 'Variants that can stand for this one',
    access: 'anyone',
    params: bySku,
    answer: z.object({ items: z.array(Analogue) }),
    caching: 'public',
    problems: ['not_found'],
  }),
} as const;
