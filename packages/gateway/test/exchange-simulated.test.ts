import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Order } from '@kontor/contract';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { verify, work } from '../../../examples/onec-simulator/index.mjs';
import { demoWarehouses, wellKnown } from '../src/demo/ids.js';
import { defineOrderExchange } from '../src/modules/exchange/types.js';
import { createClientAddresses } from '../src/node/client-address.js';
import { createFileInbox } from '../src/node/file-inbox.js';
import { listen, type Listening } from '../src/node/serve.js';
import { defineOneC } from '../src/settings.js';
import { createBuyer, type Buyer } from './buyer.js';
import { login } from './onec-client.js';
import { insist, shown, simulateOneC, told } from './simulated-1c.js';
import { engine } from './test-database.js';
import { createTestGateway, type TestGateway } from './test-gateway.js';
import { testTime } from './test-time.js';

const faults = { loseReply: 0.12, loseOrders: 0.4, loseRequest: 0.06, repeat: 0.2 };
const habits = { change: 0.3, cancel: 0.1, phone: 0.6, trade: 0.8 };
const seed = Number(process.env['KONTOR_EXCHANGE_SEED'] ?? 20_261_122);

let folder: string;
let shop: TestGateway;
let listening: Listening;
let buyer: Buyer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-inbox-'));
  const orders = defineOrderExchange({ since: testTime });
  shop = await createTestGateway({
    settings: { oneC: defineOneC({ login, orders }) },
    deps: { inbox: createFileInbox(folder) },
  });
  shop.gateway.jobs.start();
  const clients = createClientAddresses([]);
  listening = await listen(shop.gateway, { host: '127.0.0.1', port: 0, clients, grace: 500 });
  await sql`update balance b set quantity = case when v.sku = ${wellKnown.packs} and b.warehouse_id = ${demoWarehouses.yekaterinburg}
    then 30 else 1000000 end from variant v where v.id = b.variant_id`.execute(shop.database.database.system);
  buyer = await createBuyer(shop, 'owner@stroymaster.example.test');
});
afterEach(async () => {
  await listening.close();
  await shop.close();
  await rm(folder, { recursive: true, force: true });
});

const place = async (lines: readonly { sku: string; quantity: string }[]): Promise<string> => {
  const { body } = await (await buyer.checkout(lines)).place();
  return body.id;
};

/** Orders of the shop since the test began, as their buyer sees them. */
async function ordersOfShop(): Promise<Order[]> {
  const { rows } = await sql<{ id: string }>`
    select id from orders where placed_at >= ${testTime}::timestamptz or external_id not like '1c-%'
    order by placed_at, id`.execute(shop.database.database.system);
  const { token } = buyer;
  return Promise.all(
    rows.map(async ({ id }) => (await shop.request<Order>('GET', `/v1/orders/${id}`, { token })).body),
  );
}

/** Everything that an exchange could change. */
async function everything(): Promise<Record<string, unknown>> {
  const { system } = shop.database.database;
  const all: Record<string, unknown> = {};
  for (const table of [
    ...['product', 'variant', 'price', 'balance', 'price_type', 'warehouse', 'company', 'orders'],
    ...['order_line', 'order_event', 'document', 'reservation'],
  ]) {
    const { rows } = await sql<{ hash: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(row::text, '' order by row::text)), '') as hash
      from (select to_jsonb(t) - 'told_at' as row from ${sql.table(table)} t) as rows`.execute(system);
    all[table] = rows[0]?.hash;
  }
  return all;
}

const both = [
  { dialect: 'classic', confirms: 'query', zip: true },
  { dialect: '3.1', confirms: 'success', zip: false },
] as const;
const others = [
  { dialect: 'classic', confirms: 'success', zip: false },
  { dialect: '3.1', confirms: 'query', zip: true },
] as const;

// All ways take minutes: `KONTOR_EXCHANGE_WAYS=all`.
const ways = process.env['KONTOR_EXCHANGE_WAYS'] === 'all' ? [...both, ...others] : both;

describe.each(engine === 'embedded' ? ways : ways.slice(1))(
  'a 1C that speaks $dialect and confirms by $confirms',
  (terms) => {
    it('agrees with the shop after lost replies, repeats and overlaps', { timeout: 300_000 }, async () => {
      const oneC = simulateOneC(() => listening.url, { ...terms, seed, count: 24, faults });
      const { base } = oneC;
      const before = await shopOwn();
      await insist(() => oneC.exchangeCatalogue({ isFull: true }));
      for (let round = 0; round < 5; round += 1) {
        shop.clock.advance(60_000);
        await place([
          { sku: wellKnown.packs, quantity: String(20 * (round + 1)) },
          { sku: wellKnown.tiers, quantity: String(100 + round) },
        ]);
        const id = await place([{ sku: 'НОВ-002', quantity: String(1 + round) }]);
        if (round % 4 === 1) {
          await shop.request('POST', `/v1/orders/${id}/cancel`, { token: buyer.token, body: {} });
          await insist(() => oneC.exchangeOrders());
        }
        const goods = base.state.goods.find(({ article }) => article === `НОВ-0${String(10 + (round % 3))}`);
        if (goods && round % 2 === 0) base.setGoods({ ...goods, name: `${goods.name}, новый` });
        else if (goods) base.setGoods({ ...goods, isDeleted: true });
        work(base, habits, () => undefined);
        await oneC.exchange();
      }
      await insist(() => oneC.exchange());
      await insist(() => oneC.exchange());
      expect(base.state.orders.some(({ sitePart }) => sitePart !== null)).toBe(true);
      expect({ seed, problems: verify(base, await ordersOfShop()) }).toEqual({ seed, problems: [] });
      expect(await shown(shop.database.database, base)).toEqual(told(base));
      expect(await shopOwn()).toEqual(before);

      const settled = await everything();
      await insist(() => oneC.exchangeCatalogue({ isFull: true }));
      for (const { guid } of base.state.orders) base.register('order', guid);
      await insist(() => oneC.exchangeOrders());
      expect(await everything()).toEqual(settled);
    });
  },
);

/** What the demo had before 1C came: it stays as it was, however often 1C speaks of it. */
async function shopOwn(): Promise<unknown> {
  const { rows } = await sql<{ hash: string }>`
    select (select md5(string_agg((to_jsonb(t) - 'told_at')::text, '' order by id)) from price_type t) as types,
      (select md5(string_agg((to_jsonb(w) - 'told_at')::text, '' order by id)) from warehouse w) as warehouses,
      (select md5(string_agg(p.id || p.name::text || p.status, '' order by id)) from product p where external_id like '1c-%') as products,
      (select md5(string_agg(c::text, '' order by id)) from company c) as companies`.execute(
    shop.database.database.system,
  );
  return rows;
}
