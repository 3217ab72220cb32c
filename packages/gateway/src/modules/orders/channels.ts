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
  }: Pick<GatewayDeps, 'database' | 'clock' | 'mailer' | 'fetch' | 'settings'>,
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
    }
  };

  async function post(
    { url, secret }: { url: string; secret: string },
    message: { id: number; topic: string },
    order: FullOrder,
  ): Promise<void> {
    const body = JSON.stringify({ topic: message.topic, deliveryId: String(message.id), order });
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
