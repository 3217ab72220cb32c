import type { VariantLookup } from './types.js';
import { createVariantLookup } from './variant-lookup.js';

/** The catalogue as other modules and its routes use it. */
export type Catalog = VariantLookup;

export function createCatalog(): Catalog {
  return { ...createVariantLookup() };
}
