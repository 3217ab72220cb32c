import type { GatewayDeps } from '../../ports.js';
import type { Deliver } from '../outbox/service.js';
import { orderLetter } from './order-letter.js';
import type { OrderPayload } from './order-messages.js';
import type { FullOrder, OrderReader } from './types.js';
import { signWebhook } from './webhook-signature.js';

const webhookTimeout = 15_000;

/** Ways by which an order leaves the gateway. */
export function createChannels(
  {
    database,
    clock,
    mailer,
    fetch,
    settings,
    broker,
  }: Pick<GatewayDeps, 'broker' | 'clock' | 'database' | 'fetch' | 'mailer' | 'settings'>,
  orders: OrderReader,
): Deliver {
  return async (message) => {
    const { orderId } = message.payload as OrderPayload;
    const order = await orders.full({ db: database.system }, orderId);
    if (!order) throw new Error('The order is not there');
    if (message.channel.kind === 'email') {
      await mailer.send(orderLetter(order, message.topic, message.channel, settings));
    } else if (message.channel.kind === 'webhook') {
      await post(message.channel, message, order);
    } else if (message.channel.kind === 'rabbitmq') {
      if (!broker) throw new Error('The seller has a broker for a channel, and the gateway has none');
      await broker.publish({
        routingKey: `order.${message.channel.key}`,
        id: `${message.topic}:${order.number}`,
        body: bodyOf(message, order),
      });
    }
  };

  async function post(
    { url, secret }: { url: string; secret: string },
    message: { id: number; topic: string },
    order: FullOrder,
  ): Promise<void> {
    const body = bodyOf(message, order);
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Kontor',
        'kontor-topic': message.topic,
        // The same for every attempt: a receiver that has it already answers 200 and does nothing.
        'kontor-delivery': order.number,
        'kontor-signature': await signWebhook(secret, body, clock.now()),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(webhookTimeout),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The webhook answered ${String(response.status)}`);
  }
}

/** What every receiver gets. */
function bodyOf({ id, topic }: { id: number; topic: string }, order: FullOrder): string {
  return JSON.stringify({ topic, deliveryId: String(id), order });
}
