/** A text in the supplier's languages by locale; `ru` is always there. */
export type Localized = Partial<Record<'ru' | 'uk' | 'en' | 'de', string>>;
export interface StoredLocation {
  country: string;
  region?: string;
  city: string;
}
export interface StoredPicture {
  /** Absolute address, or a key of the gateway's pictures. */
  url: string;
  width: number;
  height: number;
  alt?: Localized;
  /** The same picture in every width that there is, smallest first. */
  sources?: { url: string; width: number }[];
}
export interface StoredAttribute {
  code: string;
  name: Localized;
  value: string;
  unit?: string;
  /** Whether the attribute is a facet of the catalogue. */
  isFacet?: boolean;
}
export interface StoredOption {
  code: string;
  name: Localized;
  unit?: string;
  /** Values in their order. */
  values: string[];
}
/** Sums by VAT rate: rate (empty when not subject to VAT) → net and VAT as decimal strings. */
export type VatSums = Record<string, { net: string; vat: string }>;
export type StockDisplay =
  | { mode: 'exact' }
  | { mode: 'capped'; thresholds: number[] }
  | { mode: 'levels'; low: number; enough: number; many: number }
  | { mode: 'hidden' };
/** Goods of an agreement that have a price type of their own: a category with all below it. */
export interface PriceSegment {
  categoryId: string;
  priceTypeId: string;
  /** Decimal string; what prices of the price type are multiplied with. */
  coefficient: string;
}
export interface Bank {
  name?: string;
  bik?: string;
  account?: string;
  correspondentAccount?: string;
  iban?: string;
  swift?: string;
}
/** Where a seller's orders go. */
export type Channel =
  | { kind: 'none' }
  | { kind: 'webhook'; url: string; secret: string }
  | { kind: 'email'; to: string; locale?: string }
  /** By the broker: `order.<key>` is what the seller's queue is bound to. */
  | { kind: 'rabbitmq'; key: string };
/** What a call is wanted about, as the buyer saw it. */
export interface StoredCallSubject {
  product?: { id: string; name: string };
  variant?: { sku: string; name: string };
  cart?: { id: string; lineCount: number };
  order?: { id: string; number: string };
  /** What was searched for. */
  query?: string;
}
