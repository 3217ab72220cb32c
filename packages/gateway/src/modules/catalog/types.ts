import type { Unit } from '@kontor/contract';

import type { Scope } from '../../scope.js';

/** A variant as the other modules need it. Decimals are plain strings without trailing zeros. */
export interface CatalogVariant {
  id: number;
  sku: string;
  productId: string;
  /** Full name in the caller's locale, product included. */
  name: string;
  unit: Unit;
  rule: { min: string; step: string; max: string | null };
  /** Percent; null when not subject to VAT. */
  vatRate: string | null;
  isDiscontinued: boolean;
  /** Whether the caller's assortment has it. */
  isVisible: boolean;
}

/** Options of a look-up. */
export interface LookupOptions {
  /** Judge visibility by this assortment instead of the caller's. */
  assortmentId?: string;
  /** `bySku` gives invisible variants too, marked. Never let an answer differ between unknown and invisible. */
  withInvisible?: boolean;
}

/** How other modules find variants; the assortment is applied here and nowhere else. */
export interface VariantLookup {
  /** Visible variants by SKU; what the caller may not see is not in the map. */
  bySku(scope: Scope, skus: readonly string[], options?: LookupOptions): Promise<Map<string, CatalogVariant>>;
  /** Variants by id, invisible ones included and marked: a cart still has to name them. */
  byId(scope: Scope, ids: readonly number[], options?: LookupOptions): Promise<Map<number, CatalogVariant>>;
  /** Every visible active variant in catalogue order (category, product, position), in chunks; of one category when given. */
  all(scope: Scope, options?: { category?: string | undefined }): AsyncIterable<CatalogVariant[]>;
}
