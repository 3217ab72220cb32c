import type { Channel } from '../../database/tables.js';
import type { Scope } from '../../scope.js';
import { enqueue } from '../outbox/service.js';
import { findSellerChannel } from './queries.js';

/** Topics of messages about orders. */
export const orderTopics = ['order.placed', 'order.confirmation'] as const;

/** What a message says; the order itself is read when the message is sent. */
export interface OrderPayload {
  orderId: string;
  number: string;
  companyId: string;
}

/** What messages need of an order. */
export interface OrderToTell {
  id: string;
  number: string;
  companyId: string;
  sellerId: string;
}

/** Tells the seller's channel and the person who ordered, once each, with the transaction of the order. */
export async function tellOfOrder(
  scope: Scope,
  { id, number, companyId, sellerId }: OrderToTell,
): Promise<void> {
  const payload: OrderPayload = { orderId: id, number, companyId };
  const write = (topic: (typeof orderTopics)[number], channel: Channel) =>
    enqueue(scope, { topic, key: number, channel, payload });
  const seller = await findSellerChannel(scope, sellerId);
  if (seller && seller.channel.kind !== 'none') await write('order.placed', seller.channel);
  const email = scope.caller.person?.email;
  if (email !== undefined)
    await write('order.confirmation', { kind: 'email', to: email, locale: scope.locale });
}
