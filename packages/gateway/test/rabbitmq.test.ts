import { connect, type ChannelModel, type ConfirmChannel } from 'amqplib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { demoSellers, wellKnown } from '../src/demo/ids.js';
import { createAmqpBroker, type AmqpBroker } from '../src/node/amqp-broker.js';
import { createBuyer, type Buyer } from './buyer.js';
import { hasRabbit, startRabbit, type Rabbit } from './rabbit.js';
import { engine } from './test-database.js';
import { createTestGateway, type TestGateway } from './test-gateway.js';

interface Delivered {
  topic: string;
  order: { number: string; lines: { sku: string }[] };
}

/** Distributors of a producer; two of them have orders here. */
const dealers = Array.from({ length: 40 }, (_, index) => `dealer-${String(index + 1)}`);
const [ours = '', theirs = ''] = dealers;

// The broker does not care for the database: one of them is enough.
describe.skipIf(!hasRabbit || engine !== 'embedded')('RabbitMQ (skipped where it is not installed)', () => {
  let rabbit: Rabbit;
  let shop: TestGateway;
  let broker: AmqpBroker;
  let buyer: Buyer;
  let connection: ChannelModel;
  let channel: ConfirmChannel;

  const openChannel = async () => {
    connection = await connect(rabbit.url);
    connection.on('error', () => undefined);
    channel = await connection.createConfirmChannel();
    channel.on('error', () => undefined);
  };

  beforeAll(async () => {
    rabbit = await startRabbit();
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    broker = createAmqpBroker(rabbit.url, 'kontor', log);
    shop = await createTestGateway({ deps: { broker } });
    const { system } = shop.database.database;
    const give = (seller: string, key: string) =>
      sql`update seller set channel = ${JSON.stringify({ kind: 'rabbitmq', key })}::jsonb where id = ${seller}`.execute(
        system,
      );
    await give(demoSellers.main, ours);
    await give(demoSellers.siberia, theirs);
    await system.updateTable('balance').set({ quantity: '1000000' }).execute();
    buyer = await createBuyer(shop, 'owner@stroymaster.example.test');
    await shop.gateway.jobs.settle();
    await openChannel();
    for (const dealer of dealers.slice(1)) {
      await channel.assertQueue(dealer, { durable: true });
      await channel.bindQueue(dealer, 'kontor', `order.${dealer}`);
    }
  }, 90_000);
  afterAll(async () => {
    await connection.close().catch(() => undefined);
    await shop.close();
    await broker.close();
    await rabbit.close();
  });

  const place = async () => {
    const placed = await (await buyer.checkout([{ sku: wellKnown.tiers, quantity: '100' }])).place();
    expect(placed.status, placed.text).toBe(201);
    return placed.body;
  };
  const settle = async () => {
    shop.clock.advance(3_600_000);
    await shop.gateway.jobs.settle();
  };
  /** Takes everything out of a queue. */
  const takeAll = async (queue: string) => {
    const found: { id: unknown; body: Delivered }[] = [];
    for (;;) {
      const message = await channel.get(queue, { noAck: true });
      if (!message) return found;
      const body = JSON.parse(message.content.toString()) as Delivered;
      found.push({ id: message.properties.messageId, body });
    }
  };
  const statusOf = async (number: string) => {
    const { system } = shop.database.database;
    const order = await system
      .selectFrom('orders')
      .select('status')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    return order.status;
  };
  const tell = async (key: string, body: unknown) => {
    const content = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    channel.publish('kontor', `status.${key}`, content, { persistent: true });
    await channel.waitForConfirms();
  };

  it('keeps an order until its seller has a queue', async () => {
    const { number } = await place();
    await settle();
    const { system } = shop.database.database;
    const waiting = await system
      .selectFrom('outbox')
      .select('last_error as error')
      .where('dedup_key', '=', number)
      .where('topic', '=', 'order.placed')
      .executeTakeFirstOrThrow();
    expect(waiting.error).toBe(`No queue is bound to order.${ours}`);
    await channel.assertQueue(ours, { durable: true });
    await channel.bindQueue(ours, 'kontor', `order.${ours}`);
    await settle();
    expect(await takeAll(ours)).toMatchObject([
      {
        id: `order.placed:${number}`,
        body: {
          topic: 'order.placed',
          order: { number, lines: [{ sku: wellKnown.tiers }] },
        },
      },
    ]);
  });

  it('brings each order to its own seller of forty', async () => {
    const { number } = await place();
    await settle();
    const got: Record<string, string[]> = {};
    for (const dealer of dealers) {
      const messages = await takeAll(dealer);
      if (messages.length > 0) got[dealer] = messages.map(({ body }) => body.order.number);
    }
    expect(got).toEqual({ [ours]: [number] });
  });

  it('moves orders on as their seller says', async () => {
    const { number } = await place();
    await settle();
    await tell(ours, { order: number, status: 'confirmed', comment: 'Принят, № 17' });
    await expect.poll(() => statusOf(number)).toBe('confirmed');
    await tell(ours, { order: number, status: 'confirmed' });
    await tell(ours, { order: number, status: 'delivered' });
    await expect.poll(() => statusOf(number)).toBe('delivered');
    // Too late: an order does not go back.
    await tell(ours, { order: number, status: 'assembling' });
    await tell(ours, { order: number, status: 'shipped' });
    await expect.poll(async () => (await channel.checkQueue('kontor.statuses')).messageCount).toBe(0);
    expect(await statusOf(number)).toBe('delivered');
    expect((await channel.checkQueue('kontor.refused')).messageCount).toBe(0);
  });

  it('keeps apart what no seller may say', async () => {
    const { number } = await place();
    await settle();
    await tell(theirs, { order: number, status: 'canceled' });
    await tell(ours, { order: 'none', status: 'confirmed' });
    await tell(ours, { order: number, status: 'lost' });
    await tell(ours, 'no JSON');
    await expect.poll(async () => (await channel.checkQueue('kontor.refused')).messageCount).toBe(4);
    expect(await statusOf(number)).toBe('placed');
    await channel.purgeQueue('kontor.refused');
  });

  it('loses nothing when it is killed', async () => {
    const before = await place();
    await settle();
    await rabbit.kill();
    const meanwhile = await place();
    await settle();
    await rabbit.start();
    await openChannel();
    await settle();
    await settle();
    const numbers = new Set((await takeAll(ours)).map(({ body }) => body.order.number));
    expect([numbers.has(before.number), numbers.has(meanwhile.number)]).toEqual([true, true]);
    await tell(ours, { order: meanwhile.number, status: 'confirmed' });
    await settle();
    await expect.poll(() => statusOf(meanwhile.number)).toBe('confirmed');
  }, 90_000);
});
