import * as z from 'zod/mini';

import { FulfilmentGroup } from './carts.js';
import { described, named } from './named.js';
import { operation } from './operation.js';
import { Id, Location, Money, requiredText, text } from './primitives.js';

/** Kinds of delivery. */
export const DeliveryKind = named(
  'DeliveryKind',
  'Kinds of delivery.',
  z.enum(['pickup', 'ownTransport', 'carrier', 'dropshipping', 'other']),
);
export type DeliveryKind = z.infer<typeof DeliveryKind>;

/** A way to get the goods. */
export const DeliveryMethod = named(
  'DeliveryMethod',
  'A way to get the goods, with its conditions in the locale of the request.',
  z.object({
    id: Id,
    kind: DeliveryKind,
    name: z.string(),
    conditions: z.string(),
    needsAddress: z.boolean(),
    warehouseIds: described('Where a pickup can be; empty for other kinds.', z.array(Id)),
  }),
);
export type DeliveryMethod = z.infer<typeof DeliveryMethod>;

/** Where the goods go: an address of the company, a free one, or the warehouse of a pickup. */
export const DeliveryChoice = named(
  'DeliveryChoice',
  'A method and where the goods go: an address of the company, a new one, or the pickup warehouse.',
  z.strictObject({
    methodId: Id,
    addressId: z.optional(Id),
    address: z.optional(
      z.strictObject({
        location: Location,
        street: requiredText(240),
        postalCode: z.optional(text(20)),
        contact: z.optional(text(120)),
        phone: z.optional(text(40)),
      }),
    ),
    warehouseId: z.optional(Id),
  }),
);
export type DeliveryChoice = z.infer<typeof DeliveryChoice>;

/** Cost and time per fulfilment group. */
export const DeliveryQuote = named(
  'DeliveryQuote',
  'Cost and time per fulfilment group. `cost` is null when it is agreed upon later; absent when prices are hidden.',
  z.object({
    methodId: Id,
    groups: z.array(
      z.object({
        ...FulfilmentGroup.shape,
        cost: z.optional(z.nullable(Money)),
        minDays: z.nullable(z.number()),
        maxDays: z.nullable(z.number()),
      }),
    ),
    total: z.optional(z.nullable(Money)),
  }),
);
export type DeliveryQuote = z.infer<typeof DeliveryQuote>;

export const QuoteDelivery = named(
  'QuoteDelivery',
  'A cart and a choice.',
  z.strictObject({ cartId: Id, choice: DeliveryChoice }),
);
export type QuoteDelivery = z.infer<typeof QuoteDelivery>;

export const deliveryOperations = {
  methods: operation({
    method: 'GET',
    path: '/v1/delivery/methods',
    summary: 'Delivery methods on offer',
    access: 'buyer',
    answer: z.object({ items: z.array(DeliveryMethod) }),
  }),
  quote: operation({
    method: 'POST',
    path: '/v1/delivery/quote',
    summary: 'Cost and time of a choice per fulfilment group',
    access: 'buyer',
    needs: 'fillCart',
    body: QuoteDelivery,
    answer: DeliveryQuote,
    idempotency: 'none',
    problems: ['not_found', 'delivery_not_available', 'cart_empty'],
  }),
} as const;
