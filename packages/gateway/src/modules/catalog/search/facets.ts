import { forEachOf, hasAnyOf, type CatalogIndex } from './catalog-index.js';
import type { View } from './view.js';

/** Filters by code: any of the values; every code must hold, for one and the same variant. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** Products by facet value. */
export interface FacetCounts {
  /** Products under all filters. */
  total: number;
  /** Counts by value number, each under all filters but those of its own facet. */
  counts: ReadonlyMap<number, number>;
  /** Ids of the products under all filters, in catalogue order. */
  productIds: string[];
}

/** One filter as numbers. */
interface Wanted {
  facet: number;
  values: ReadonlySet<number>;
}

/** Counts what the caller sees. @param among only these products; all when left out */
export function countFacets(view: View, filters: Filters, among?: ReadonlySet<string>): FacetCounts {
  const { index, products } = view;
  const wanted = wantedOf(index, filters);
  const counts = new Map<number, number>();
  const productIds: string[] = [];
  const seenBy = new Int32Array(index.values.length).fill(-1);

  for (const [product, id] of index.products.entries()) {
    if (products[product] !== 1 || (among && !among.has(id))) continue;
    const end = index.firstVariant[product + 1] ?? 0;
    let isFound = false;
    for (let variant = index.firstVariant[product] ?? 0; variant < end; variant += 1) {
      const missing = missingOf(index, product, variant, wanted);
      if (missing === 'several') continue;
      isFound ||= missing === undefined;
      const count = (value: number): void => {
        if (missing !== undefined && index.values[value]?.facet !== missing) return;
        if (seenBy[value] === product) return;
        seenBy[value] = product;
        counts.set(value, (counts.get(value) ?? 0) + 1);
      };
      forEachOf(index.valuesOfVariant, variant, count);
      forEachOf(index.valuesOfProduct, product, count);
    }
    if (isFound) productIds.push(id);
  }
  return { total: productIds.length, counts, productIds };
}

function wantedOf(index: CatalogIndex, filters: Filters): Wanted[] {
  return Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .map(([code, texts]) => {
      const facet = index.facets.findIndex((each) => each.code === code);
      const values = index.values.flatMap((value, number) =>
        value.facet === facet && texts.includes(value.text) ? [number] : [],
      );
      return { facet, values: new Set(values) };
    });
}

/** The one filter that a variant does not pass, undefined when it passes all. */
function missingOf(
  index: CatalogIndex,
  product: number,
  variant: number,
  wanted: readonly Wanted[],
): number | 'several' | undefined {
  let missing: number | undefined;
  for (const { facet, values } of wanted) {
    const isPassed =
      hasAnyOf(index.valuesOfVariant, variant, values) || hasAnyOf(index.valuesOfProduct, product, values);
    if (isPassed) continue;
    if (missing !== undefined) return 'several';
    missing = facet;
  }
  return missing;
}
