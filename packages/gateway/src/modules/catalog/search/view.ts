import type { CatalogIndex } from './catalog-index.js';

/**
 * The index as one assortment shows it. Words that only hidden products have are unknown: no correction and no completion
 * tells of them.
 */
export interface View {
  readonly index: CatalogIndex;
  /** 1 for each product that exists for the caller. */
  readonly products: Uint8Array;
  /** Visible variants that have each word. */
  readonly frequency: Int32Array;
}

/** @param visibleIds ids of the products of the assortment; null: all */
export function createView(index: CatalogIndex, visibleIds: ReadonlySet<string> | null): View {
  const products = Uint8Array.from(index.products, (id) =>
    visibleIds === null || visibleIds.has(id) ? 1 : 0,
  );
  const frequency = Int32Array.from(index.postings, (variants) => {
    let count = 0;
    for (const variant of variants) count += products[index.productOf[variant] ?? 0] ?? 0;
    return count;
  });
  return { index, products, frequency };
}
