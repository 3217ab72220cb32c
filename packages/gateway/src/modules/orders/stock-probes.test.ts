import type { Order } from '@kontor/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';

import { createBuyer, type Buyer } from '../../../test/buyer.js';
import { useTestGateway } from '../../../test/test-gateway.js';
import { demoCompanies, wellKnown } from '../../demo/ids.js';

const gateway = useTestGateway();
const capped = 'buyer@competitor.example.test';
const exact = 'owner@stroymaster.example.test';
const sku = wellKnown.tiers;

beforeEach(async () => {
  const { system } = gateway().database.database;
  await sql`update agreement set warehouse_ids = null where company_id = ${demoCompanies.competitor}`.execute(
    system,
  );
  await setFree(9000);
  await system.deleteFrom('rate_limit').execute();
  await system.deleteFrom('cart').where('ordered_at', 'is', null).execute();
});

/** Free stock of the variant in each warehouse. */
async function setFree(free: number): Promise<void> {
  await sql`update balance set quantity = reserved + ${free} where variant_id = (select id from variant where sku = ${sku})`.execute(
    gateway().database.database.system,
  );
}
const buyerOf = (email: string): Promise<Buyer> => createBuyer(gateway(), email);
const place = async (buyer: Buyer, quantity: string) => (await buyer.checkout([{ sku, quantity }])).place();
const refusals = async (buyer: Buyer, count: number) => {
  for (let index = 0; index < count; index += 1)
    expect((await place(buyer, String(900_000 + 100 * index))).body.code).toBe('not_enough_stock');
};

describe('placings that are refused for want of stock', () => {
  it('are few for those who do not see exact stock', async () => {
    const buyer = await buyerOf(capped);
    await refusals(buyer, 6);
    const { status, body, headers } = await place(buyer, '900000');
    expect([status, body.code, headers.get('retry-after')]).toEqual([429, 'too_many_requests', '900']);
  });

  it('are few at once, too', async () => {
    const buyer = await buyerOf(capped);
    const ready = [];
    for (let index = 0; index < 10; index += 1)
      ready.push(await buyer.checkout([{ sku, quantity: String(900_000 + 100 * index) }]));
    const answers = await Promise.all(ready.map(({ place }) => place()));
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(6);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
  });

  it('leave nothing to learn once they are too many', async () => {
    const buyer = await buyerOf(capped);
    const possible = await buyer.checkout([{ sku, quantity: '100' }]);
    await refusals(buyer, 6);
    expect((await possible.place('a-key-of-the-patient')).status).toBe(429);
    gateway().clock.advance(900_000);
    expect((await possible.place('a-key-of-the-patient')).status).toBe(201);
  });

  it('are all that counts', async () => {
    const buyer = await buyerOf(capped);
    for (let index = 0; index < 4; index += 1) {
      const ready = await buyer.checkout([{ sku, quantity: '100' }]);
      expect((await ready.place(undefined, { amount: '0.01', currency: 'RUB' })).status).toBe(409);
      expect((await ready.place()).status).toBe(201);
    }
    await refusals(buyer, 6);
  });

  it('are not counted for those who see exact stock', async () => {
    expect((await place(await buyerOf(exact), '100')).status).toBe(201);
    const { system } = gateway().database.database;
    const counted = system.selectFrom('rate_limit').select('key').where('key', 'like', 'stock-refusal:%');
    expect(await counted.execute()).toEqual([]);
  });
});

it.each([
  ['is told to those who see exact stock', exact, true],
  ['is hidden from those who do not', capped, false],
])('where an order comes from %s', async (_what, email, isTold) => {
  const buyer = await buyerOf(email);
  // Less than the order in each warehouse, so that it is split.
  await setFree(400);
  const { body } = await place(buyer, '500');
  const { request } = gateway();
  const read = await request<Order>('GET', `/v1/orders/${body.id}`, { token: buyer.token });
  const cancel = await request<Order>('POST', `/v1/orders/${body.id}/cancel`, {
    token: buyer.token,
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: {},
  });
  const splits = [body, read.body, cancel.body].map((order) => order.lines[0]?.warehouses.length);
  expect(splits).toEqual(isTold ? [2, 2, 2] : [0, 0, 0]);
});
