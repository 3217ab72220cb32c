import * as z from 'zod/mini';

import { VatMode } from './agreement.js';
import { limits } from './limits.js';
import { described, named } from './named.js';
import { operation } from './operation.js';
import { Currency, Decimal, Id, Instant, Locale, Money, Quantity, Sku } from './primitives.js';

/** What can be said about a price. */
export const PriceStatus = named(
  'PriceStatus',
  '`ok` · `hidden` (you may not see prices) · `onRequest` (no price is set) · `notAssorted` (unknown, or not for you) · `stale` (older than the supplier promises).',
  z.enum(['ok', 'hidden', 'onRequest', 'notAssorted', 'stale']),
);
export type PriceStatus = z.infer<typeof PriceStatus>;

/** Where a price comes from. */
export const PriceSource = named(
  'PriceSource',
  'Where a price comes from, first that applies.',
  z.enum(['agreement', 'company', 'priceType']),
);
export type PriceSource = z.infer<typeof PriceSource>;

/** A volume tier. */
export const Tier = named(
  'Tier',
  'The unit price from this quantity on.',
  z.object({ from: Quantity, unitPrice: Decimal }),
);
export type Tier = z.infer<typeof Tier>;

/** The price of one item under the buyer context. */
export const Price = named(
  'Price',
  'The price of one item. Only `sku`, `quantity` and `status` stand unless the status is `ok` or `stale`.',
  z.object({
    sku: Sku,
    quantity: Quantity,
    status: PriceStatus,
    currency: z.optional(Currency),
    unitPrice: z.optional(described('Per base unit, up to 6 decimals, after every reduction.', Decimal)),
    basePrice: z.optional(described('Per base unit before the grade; only when it differs.', Decimal)),
    lineTotal: z.optional(
      described('Unit price × quantity, rounded half up to the minor unit; VAT by the mode.', Decimal),
    ),
    vatMode: z.optional(VatMode),
    vatRate: z.optional(described('Percent, null when not subject to VAT.', z.nullable(Decimal))),
    net: z.optional(Decimal),
    vat: z.optional(Decimal),
    total: z.optional(described('net + vat.', Decimal)),
    source: z.optional(PriceSource),
    tiers: z.optional(z.array(Tier)),
    nextTier: z.optional(z.nullable(Tier)),
    validTo: z.optional(z.nullable(Instant)),
    asOf: z.optional(Instant),
  }),
);
export type Price = z.infer<typeof Price>;

export const PriceItem = named(
  'PriceItem',
  'A variant and how much of it; the smallest quantity that may be ordered when left out.',
  z.strictObject({ sku: Sku, quantity: z.optional(Quantity) }),
);
export type PriceItem = z.infer<typeof PriceItem>;

export const ResolvePrices = named(
  'ResolvePrices',
  'Items to price; a quantity left out counts as the smallest that may be ordered.',
  z.strictObject({ items: z.array(PriceItem).check(z.minLength(1), z.maxLength(limits.pricesPerCall)) }),
);
export type ResolvePrices = z.infer<typeof ResolvePrices>;

export const Prices = named(
  'Prices',
  'One outcome per item asked, in order.',
  z.object({ contextId: Id, revision: z.number(), items: z.array(Price) }),
);
export type Prices = z.infer<typeof Prices>;

/** One step from a base price to the final one. */
export const PriceStep = named(
  'PriceStep',
  'One step on the way from the base price to the line total, in order.',
  z.object({
    kind: z.enum(['base', 'coefficient', 'conversion', 'rounding', 'tier', 'grade', 'line', 'vat']),
    detail: described(
      'What applied: the price type, the tier, the grade, the rate…',
      z.record(z.string(), z.string()),
    ),
    result: Money,
  }),
);
export type PriceStep = z.infer<typeof PriceStep>;

export const PriceExplanation = named(
  'PriceExplanation',
  'The price and how it came about.',
  z.object({ contextId: Id, revision: z.number(), price: Price, steps: z.array(PriceStep) }),
);
export type PriceExplanation = z.infer<typeof PriceExplanation>;

export const PriceListQuery = z.strictObject({
  format: z.enum(['xlsx', 'csv']),
  category: z.optional(Id),
  locale: z.optional(Locale),
});
export type PriceListQuery = z.infer<typeof PriceListQuery>;

export const spreadsheetMedia = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
] as const;

export const priceOperations = {
  resolve: operation({
    method: 'POST',
    path: '/v1/prices/resolve',
    summary: 'Prices of many items under the buyer context',
    access: 'buyer',
    body: ResolvePrices,
    answer: Prices,
    idempotency: 'none',
  }),
  explain: operation({
    method: 'POST',
    path: '/v1/prices/explain',
    summary: 'How a price came about',
    access: 'buyer',
    body: PriceItem,
    answer: PriceExplanation,
    idempotency: 'none',
    problems: ['not_found', 'prices_hidden'],
  }),
  export: operation({
    method: 'GET',
    path: '/v1/prices/export',
    summary: 'The price list as a file, streamed',
    access: 'buyer',
    query: PriceListQuery,
    media: spreadsheetMedia,
    problems: ['prices_hidden'],
  }),
} as const;
