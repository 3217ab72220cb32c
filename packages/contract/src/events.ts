import * as z from 'zod/mini';

import { named } from './named.js';
import { operation } from './operation.js';
import { Id, Instant } from './primitives.js';
import { OrderStatus } from './orders.js';

/** What a stream of server-sent events tells; each is a hint to read anew, never the data itself. */
export const ShopEvent = named(
  'ShopEvent',
  'A server-sent event of this company: `event` is the type, `id` the cursor for `Last-Event-ID`.',
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('order.placed'), id: Id, at: Instant, orderId: Id, number: z.string() }),
    z.object({
      type: z.literal('order.status'),
      id: Id,
      at: Instant,
      orderId: Id,
      number: z.string(),
      status: OrderStatus,
    }),
    z.object({ type: z.literal('document.ready'), id: Id, at: Instant, orderId: Id, documentId: Id }),
    z.object({ type: z.literal('cart.changed'), id: Id, at: Instant, cartId: Id, version: z.number() }),
    z.object({ type: z.literal('session.changed'), id: Id, at: Instant, revision: z.number() }),
    z.object({ type: z.literal('prices.changed'), id: Id, at: Instant }),
    z.object({ type: z.literal('stock.changed'), id: Id, at: Instant }),
  ]),
);
export type ShopEvent = z.infer<typeof ShopEvent>;

export const eventOperations = {
  stream: operation({
    method: 'GET',
    path: '/v1/events',
    summary: "Server-sent events of the caller's company",
    access: 'member',
    media: ['text/event-stream'],
  }),
} as const;
