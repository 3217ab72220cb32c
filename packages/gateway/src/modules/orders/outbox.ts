import { json } from '../../database/json.js';
import type { Channel } from '../../database/tables.js';
import type { Scope } from '../../scope.js';
import { findSellerChannel } from './queries.js';

/** What a message of the outbox is about; the worker reads the order when it sends. */
export interface OutboxPayload {
  orderId: string;
  number: string;
  companyId: string;
}

/** Messages that leave with an order's transaction: there is the order and its messages, or neither. */
export interface Outbox {
  /** Tells the seller's channel and the person who ordered, once each. */
  orderPlaced(scope: Scope, order: OrderToTell): Promise<void>;
}

/** What the outbox needs of an order. */
export interface OrderToTell {
  id: string;
  number: string;
  companyId: string;
  sellerId: string;
}

export function createOutbox(): Outbox {
  return {
    async orderPlaced(scope, order) {
      const seller = await findSellerChannel(scope, order.sellerId);
      if (seller && seller.channel.kind !== 'none')
        await enqueue(scope, 'order.placed', seller.channel, order);
      const email = scope.caller.person?.email;
      if (email !== undefined)
        await enqueue(scope, 'order.confirmation', { kind: 'email', to: email, locale: scope.locale }, order);
    },
  };
}

/** The number makes it once: the same order twice is one message. */
async function enqueue(
  scope: Scope,
  topic: string,
  channel: Channel,
  { id, number, companyId }: OrderToTell,
): Promise<void> {
  const payload: OutboxPayload = { orderId: id, number, companyId };
  await scope.db
    .insertInto('outbox')
    .values({
      topic,
      channel: json(channel),
      dedup_key: number,
      payload: json(payload),
      created_at: scope.now,
      next_attempt_at: scope.now,
      locked_until: null,
      delivered_at: null,
      failed_at: null,
      last_error: null,
    })
    .onConflict((conflict) => conflict.columns(['topic', 'dedup_key']).doNothing())
    .execute();
}
