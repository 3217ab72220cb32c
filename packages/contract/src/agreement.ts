import * as z from 'zod/mini';

import { named } from './named.js';
import { Currency, DateOnly, Decimal, Id } from './primitives.js';

/** How VAT stands in the agreement's prices. */
export const VatMode = named(
  'VatMode',
  'Whether VAT is inside the prices, comes on top, or is not charged.',
  z.enum(['included', 'excluded', 'none']),
);
export type VatMode = z.infer<typeof VatMode>;

/** When a company pays. */
export const PaymentTerm = named(
  'PaymentTerm',
  'When the company pays; `days` with a deferral.',
  z.object({ kind: z.enum(['prepayment', 'deferral', 'cash']), days: z.optional(z.number()) }),
);
export type PaymentTerm = z.infer<typeof PaymentTerm>;

/** What a company buys under (договор, соглашение). */
export const Agreement = named(
  'Agreement',
  'What a company buys under. Switching it re-prices everything.',
  z.object({
    id: Id,
    name: z.string(),
    number: z.nullable(z.string()),
    sellerId: Id,
    currency: Currency,
    vatMode: VatMode,
    paymentTerm: PaymentTerm,
    shippingTerms: z.nullable(z.string()),
    validFrom: z.nullable(DateOnly),
    validTo: z.nullable(DateOnly),
  }),
);
export type Agreement = z.infer<typeof Agreement>;

/** Money of a cart under one agreement. */
export const Totals = named(
  'Totals',
  'Totals of lines; the server computes them. `net` + `vat` = `total`. `delivery` is part of `total` where a delivery is chosen.',
  z.object({
    currency: Currency,
    net: Decimal,
    vat: Decimal,
    total: Decimal,
    vatByRate: z.array(z.object({ rate: z.nullable(Decimal), net: Decimal, vat: Decimal })),
    delivery: z.optional(Decimal),
  }),
);
export type Totals = z.infer<typeof Totals>;
