import * as z from 'zod/mini';

import { CartCheck, CartSummary } from './carts.js';
import { Totals } from './agreement.js';
import { DeliveryChoice, DeliveryQuote } from './delivery.js';
import { described, named } from './named.js';
import { operation } from './operation.js';
import { Order } from './orders.js';
import { DateOnly, Id, MoneyInput, text } from './primitives.js';

/** How soon the goods are needed. */
export const Urgency = named(
  'Urgency',
  'How soon the goods are needed.',
  z.enum(['planned', 'normal', 'urgent']),
);
export type Urgency = z.infer<typeof Urgency>;

/** What a checkout lacks before it can be placed. */
export const CheckoutGap = named(
  'CheckoutGap',
  'What is missing before the order can be placed.',
  z.enum(['delivery', 'address', 'warehouse', 'lines', 'permission']),
);
export type CheckoutGap = z.infer<typeof CheckoutGap>;

/** A cart on its way to an order. */
export const Checkout = named(
  'Checkout',
  'A cart on its way to an order: answers so far, quote, totals with delivery, and what is missing.',
  z.object({
    contextId: Id,
    revision: z.number(),
    id: Id,
    cart: CartSummary,
    delivery: z.nullable(DeliveryChoice),
    quote: z.nullable(DeliveryQuote),
    requestedDate: z.nullable(DateOnly),
    urgency: Urgency,
    purchaseOrderNumber: z.nullable(z.string()),
    comment: z.nullable(z.string()),
    totals: z.nullable(Totals),
    missing: z.array(CheckoutGap),
    problems: CartCheck.shape.lines,
  }),
);
export type Checkout = z.infer<typeof Checkout>;

export const StartCheckout = named(
  'StartCheckout',
  'The cart to order; the same cart gives the same checkout.',
  z.strictObject({ cartId: Id }),
);
export type StartCheckout = z.infer<typeof StartCheckout>;

export const UpdateCheckout = named(
  'UpdateCheckout',
  'Answers of the buyer; what is left out stays.',
  z.strictObject({
    delivery: z.optional(z.nullable(DeliveryChoice)),
    requestedDate: z.optional(z.nullable(DateOnly)),
    urgency: z.optional(Urgency),
    purchaseOrderNumber: z.optional(z.nullable(text(60))),
    comment: z.optional(z.nullable(text(2000))),
  }),
);
export type UpdateCheckout = z.infer<typeof UpdateCheckout>;

export const PlaceOrder = named(
  'PlaceOrder',
  'Places the order. `expectedTotal` is the total that the buyer saw; another one is refused with `total_changed`.',
  z.strictObject({ expectedTotal: described('Total with VAT and delivery.', MoneyInput) }),
);
export type PlaceOrder = z.infer<typeof PlaceOrder>;

const byId = z.object({ id: Id });

export const checkoutOperations = {
  start: operation({
    method: 'POST',
    path: '/v1/checkouts',
    summary: 'Start the checkout of a cart',
    access: 'buyer',
    needs: 'fillCart',
    body: StartCheckout,
    answer: Checkout,
    problems: ['not_found', 'cart_empty'],
  }),
  get: operation({
    method: 'GET',
    path: '/v1/checkouts/{id}',
    summary: 'The checkout as it stands',
    access: 'buyer',
    needs: 'fillCart',
    params: byId,
    answer: Checkout,
    problems: ['not_found'],
  }),
  update: operation({
    method: 'PATCH',
    path: '/v1/checkouts/{id}',
    summary: 'Answer delivery, date, comment',
    access: 'buyer',
    needs: 'fillCart',
    params: byId,
    body: UpdateCheckout,
    answer: Checkout,
    problems: ['not_found', 'delivery_not_available'],
  }),
  place: operation({
    method: 'POST',
    path: '/v1/checkouts/{id}/place',
    summary: 'Place the order: stock is reserved, nothing or everything',
    access: 'buyer',
    needs: 'placeOrders',
    params: byId,
    body: PlaceOrder,
    answer: Order,
    status: 201,
    idempotency: 'required',
    problems: [
      'not_found',
      'cart_empty',
      'cart_has_problems',
      'total_changed',
      'not_enough_stock',
      'checkout_incomplete',
      'delivery_not_available',
      'agreement_not_valid',
    ],
  }),
} as const;
