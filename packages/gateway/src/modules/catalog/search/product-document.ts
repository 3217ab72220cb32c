import type { Localized } from '../../../database/tables.js';

/** A facet's heading. */
export interface FacetHeading {
  code: string;
  name: Localized;
  unit: string | null;
  /** Whether the catalogue offers it; others can still be filtered by. */
  isOffered: boolean;
}

/** A product as it is stored for search: words and values once each, variants by their places in those lists. */
export interface ProductDocument {
  words: string[];
  /** Places of the words that names of the product begin with. */
  heads: number[];
  facets: FacetHeading[];
  /** Place of the facet and the value. */
  values: [facet: number, value: string][];
  /** Places of the values of the product itself. */
  own: number[];
  /** Active variants in their order. */
  variants: [id: number, nameLength: number, words: number[], values: number[]][];
}
