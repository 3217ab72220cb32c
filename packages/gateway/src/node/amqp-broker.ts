import { connect, type ChannelModel, type ConfirmChannel, type ConsumeMessage } from 'amqplib';

import type { Broker, BrokerMessage, Log } from '../ports.js';

/** A broker over AMQP 0-9-1. */
export interface AmqpBroker extends Broker {
  close(): Promise<void>;
}

interface Connected {
  readonly connection: ChannelModel;
  readonly channel: ConfirmChannel;
  /** Messages that came back, because no queue wanted them. */
  readonly returned: Set<string>;
  isReceiving: boolean;
}

/** Messages that are worked on at once. */
const prefetch = 20;
/** Milliseconds for a connection, and for the broker to store a message. */
const patience = 15_000;

/**
 * Orders go to the topic exchange `<name>` as `order.<key>`, statuses come from the queue `<name>.statuses`, bound to `status.#`.
 * What was refused stands in `<name>.refused`. It connects at first use, and again after a loss.
 */
export function createAmqpBroker(url: string, name: string, log: Log): AmqpBroker {
  let connecting: Promise<Connected> | undefined;

  function connected(): Promise<Connected> {
    connecting ??= open().catch((error: unknown) => {
      connecting = undefined;
      throw error;
    });
    return connecting;
  }

  async function open(): Promise<Connected> {
    const connection = await connect(url, {
      timeout: patience,
      clientProperties: { connection_name: 'Kontor' },
    });
    const lost = (error?: unknown): void => {
      if (connecting !== undefined) log.warn({ error }, 'the broker is lost');
      connecting = undefined;
    };
    connection.on('error', lost);
    connection.on('close', lost);
    const channel = await connection.createConfirmChannel();
    // A channel that the broker closed is worth nothing; its connection is opened anew with it.
    channel.on('error', lost);
    channel.on('close', lost);
    const returned = new Set<string>();
    channel.on('return', ({ properties }) => returned.add(String(properties.messageId)));
    await declare(channel, name);
    await channel.prefetch(prefetch);
    return { connection, channel, returned, isReceiving: false };
  }

  return {
    async publish(message) {
      const { channel, returned } = await connected();
      await confirmed(channel, name, message);
      if (returned.delete(message.id)) throw new Error(`No queue is bound to ${message.routingKey}`);
    },

    async receive(handle) {
      const current = await connected();
      if (current.isReceiving) return;
      current.isReceiving = true;
      const { channel } = current;
      const settle = async (message: ConsumeMessage): Promise<void> => {
        const { routingKey } = message.fields;
        const receipt = await handle({ routingKey, body: message.content.toString('utf8') });
        if (receipt === 'taken') channel.ack(message);
        else channel.nack(message, false, receipt === 'again');
      };
      await channel.consume(`${name}.statuses`, (message) => {
        // Null: the queue was deleted; the next connection declares it again.
        if (!message) current.isReceiving = false;
        else
          settle(message).catch((error: unknown) => {
            log.error({ error }, 'message not settled');
          });
      });
    },

    async close() {
      const current = await connecting?.catch(() => undefined);
      connecting = undefined;
      await current?.connection.close().catch(() => undefined);
    },
  };
}

/** Everything that the gateway needs; declaring it again changes nothing. Sellers bind queues of their own. */
async function declare(channel: ConfirmChannel, name: string): Promise<void> {
  await channel.assertExchange(name, 'topic', { durable: true });
  await channel.assertExchange(`${name}.refused`, 'fanout', { durable: true });
  await channel.assertQueue(`${name}.refused`, { durable: true });
  await channel.bindQueue(`${name}.refused`, `${name}.refused`, '');
  await channel.assertQueue(`${name}.statuses`, { durable: true, deadLetterExchange: `${name}.refused` });
  await channel.bindQueue(`${name}.statuses`, name, 'status.#');
}

/** Resolves when the broker has stored the message, or has sent it back. */
function confirmed(
  channel: ConfirmChannel,
  exchange: string,
  { routingKey, id, body }: BrokerMessage,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('The broker did not confirm'));
    }, patience);
    const options = { mandatory: true, persistent: true, messageId: id, contentType: 'application/json' };
    channel.publish(exchange, routingKey, Buffer.from(body), options, (error) => {
      clearTimeout(timer);
      if (error) reject(error instanceof Error ? error : new Error('The broker refused the message'));
      else resolve();
    });
  });
}
