import type { Localized, StoredAttribute, StoredOption } from '../../database/tables.js';
import type { FamilyRule, FamilyUnit } from './family.js';

/** How much of the demo supplier to build. */
export type DemoSize = 'full' | 'small';

/** A category as it is generated. */
export interface DemoCategory {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: Localized;
  readonly slug: string;
  readonly position: number;
  readonly path: readonly string[];
}

/** A product as it is generated. */
export interface DemoProduct {
  readonly id: string;
  readonly slug: string;
  readonly categoryId: string;
  /** Code of the family; it names the picture. */
  readonly family: string;
  readonly name: Localized;
  readonly description: Localized;
  readonly brand: string | null;
  readonly attributes: readonly StoredAttribute[];
  options: StoredOption[];
  readonly isPrivate: boolean;
  status: 'active' | 'discontinued';
}

/** A variant as it is generated. */
export interface DemoVariant {
  id: number;
  readonly product: DemoProduct;
  readonly sku: string;
  readonly name: Localized;
  readonly options: Readonly<Record<string, string>>;
  readonly attributes: readonly StoredAttribute[];
  barcodes: string[];
  readonly unit: FamilyUnit;
  rule: FamilyRule;
  readonly vatRate: string | null;
  readonly weightGrams: number;
  /** Retail price in ten-thousandths of a rouble. */
  readonly retail: number;
  position: number;
  status: 'active' | 'discontinued';
}

/** The catalogue of the demo supplier. */
export interface DemoCatalogue {
  readonly categories: readonly DemoCategory[];
  readonly products: readonly DemoProduct[];
  readonly variants: readonly DemoVariant[];
}
