import type { Order, OrderSummary } from '@kontor/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { verify, work, type OneC } from '../../../examples/onec-simulator/index.mjs';
import { wellKnown } from '../src/demo/ids.js';
import { demoPassword } from '../src/demo/users.js';
import { createBuyer, type Buyer } from './buyer.js';
import { startGatewayProcess, type GatewayProcess } from './gateway-process.js';
import { login } from './onec-client.js';
import { insist, simulateOneC } from './simulated-1c.js';
import { engine } from './test-database.js';
import type { TestGateway } from './test-gateway.js';

const seed = Number(process.env['KONTOR_EXCHANGE_SEED'] ?? 20_261_122);
const goods = 60;
const killTimeout = 300_000;
const own = '1c-prt_large-wholesale';

/** What 1C asks for when the gateway dies, and how many milliseconds it may have had for that. */
const phases = [
  { name: 'an upload', type: 'catalog', modes: ['file'], within: 30 },
  { name: 'an import', type: 'catalog', modes: ['import'], within: 400 },
  { name: 'a query', type: 'sale', modes: ['query'], within: 40 },
  { name: 'a success', type: 'sale', modes: ['success'], within: 30 },
  { name: 'documents', type: 'sale', modes: ['file', 'import'], within: 120 },
  // Only the split exchange says that it is over: every second round.
  { name: 'an end', type: 'catalog', modes: ['deactivate', 'complete'], within: 300 },
] as const;
/** Kills of one run: on PostgreSQL in all phases, on the embedded database, which takes its time to start again, in the first ones. */
const kills = Number(process.env['KONTOR_EXCHANGE_KILLS'] ?? (engine === 'embedded' ? 3 : phases.length));
type Phase = (typeof phases)[number];

let gateway: GatewayProcess;
let buyer: Buyer;
/** Two configurations of one 1C: the same base. */
let speakers: readonly OneC[];
/** The next request of the phase kills. */
let trap: { phase: Phase; skip: number; delay: number } | undefined;

/** Requests of a person, or of anybody. */
const shop: Pick<TestGateway, 'request' | 'signIn'> = {
  async request(method, path, { token, body, headers } = {}) {
    const response = await fetch(`${gateway.url()}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const parsed = (isJson ? JSON.parse(text) : undefined) as never;
    return { status: response.status, headers: response.headers, text, body: parsed };
  },
  async signIn(email) {
    const { body } = await shop.request<{ token: string }>('POST', '/v1/session/sign-in', {
      body: { email, password: demoPassword },
    });
    return body.token;
  },
};

/** Goes to the gateway, which may die over it. */
const dangerous: typeof fetch = async (input, init) => {
  const query = new URL(input as string).searchParams;
  const isIt =
    trap?.phase.type === query.get('type') &&
    trap.phase.modes.some((mode) => mode === query.get('mode')) &&
    (trap.skip -= 1) < 0;
  const { delay } = trap ?? { delay: 0 };
  if (!isIt) return fetch(input, init);
  trap = undefined;
  const reply = fetch(input, init);
  reply.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, delay));
  await gateway.kill();
  return reply;
};

beforeAll(async () => {
  gateway = await startGatewayProcess(
    async ({ system }) => {
      await system.updateTable('balance').set({ quantity: '1000000' }).execute();
      // The demo's own history is from before this 1C.
      await sql`update orders set placed_at = placed_at - interval '20 years'`.execute(system);
    },
    {
      KONTOR_1C_USER: login.user,
      KONTOR_1C_PASSWORD: login.password,
      KONTOR_1C_ORDERS_SINCE: '2020-01-01',
    },
  );
  const options = { seed, count: goods, fetch: dangerous, confirms: 'success' } as const;
  const split = simulateOneC(() => gateway.url(), { ...options, dialect: '3.1' });
  const { base } = split;
  speakers = [split, simulateOneC(() => gateway.url(), { ...options, dialect: 'classic', zip: true, base })];
  buyer = await createBuyer(shop, 'owner@stroymaster.example.test');
  rewrite(0);
  await insist(() => split.exchangeCatalogue({ isFull: true }));
});
afterAll(() => gateway.remove());

/** Each round renames all goods and gives them its own price. */
function rewrite(round: number): void {
  const { base } = speakers[0] as OneC;
  for (const [index, each] of base.state.goods.entries()) {
    base.setGoods({ ...each, name: `Аварийный товар ${String(index)} хода ${String(round)}` });
    for (const offer of base.offersOf(each)) base.setPrice(offer, own, `${String(round + 1)}.00`);
  }
}

/** Rounds that the names of visible goods are of, one per product. */
async function seen(): Promise<number[]> {
  const query = encodeURIComponent('аварийный');
  const { body } = await shop.request<{ items: { name: string }[] }>(
    'GET',
    `/v1/products?query=${query}&limit=100`,
  );
  return body.items.map(({ name }) => Number(/хода (\d+)/.exec(name)?.[1]));
}

/** Different prices of goods that have one variant. */
async function prices(): Promise<string[]> {
  const { base } = speakers[0] as OneC;
  const items = base.state.goods
    .filter(({ characteristics }) => characteristics.length === 0)
    .map(({ article: sku }) => ({ sku, quantity: '1' }));
  const { body } = await shop.request<{ items: { unitPrice: string }[] }>('POST', '/v1/prices/resolve', {
    token: buyer.token,
    body: { items },
  });
  return [...new Set(body.items.map(({ unitPrice }) => unitPrice))];
}

/** Orders of the company since 1C is there. */
async function orders(): Promise<Order[]> {
  const { token } = buyer;
  const found: OrderSummary[] = [];
  let after = '';
  do {
    const { body } = await shop.request<{ items: OrderSummary[]; nextCursor: string | null }>(
      'GET',
      `/v1/orders?from=2020-01-01&limit=200${after}`,
      { token },
    );
    found.push(...body.items);
    after = body.nextCursor === null ? '' : `&after=${body.nextCursor}`;
  } while (after !== '');
  return Promise.all(
    found.map(async ({ id }) => (await shop.request<Order>('GET', `/v1/orders/${id}`, { token })).body),
  );
}

const rounds = Array.from({ length: kills }, (_each, index) => ({
  round: index + 1,
  phase: phases[index % phases.length] as Phase,
}));

describe('an exchange whose gateway is killed', () => {
  it.each(rounds.map((each) => ({ ...each, name: each.phase.name })))(
    'ends with every product and order once (kill $round, in $name)',
    async ({ round, phase }) => {
      const oneC = speakers[round % 2] as OneC;
      const { base } = oneC;
      for (const [sku, quantity] of [
        [wellKnown.packs, '20'],
        ['НОВ-002', String(round)],
      ] as const)
        expect((await (await buyer.checkout([{ sku, quantity }])).place()).status).toBe(201);
      rewrite(round);
      work(
        base,
        { change: 0.3, cancel: 0.1, phone: base.state.orders.length > 0 ? 0.5 : 0 },
        () => undefined,
      );
      const known = (await orders()).map(({ id }) => id).sort();

      const { random } = base;
      trap = {
        phase,
        skip: phase.name === 'an upload' ? random.between(0, 1) : 0,
        delay: random.between(0, phase.within),
      };
      await Promise.all([oneC.exchangeCatalogue({ isFull: true }), oneC.exchangeOrders()]);
      expect(trap).toBeUndefined();
      await gateway.start();

      const between = await seen();
      expect(between).toHaveLength(goods);
      expect(between.every((each) => each === round || each === round - 1)).toBe(true);
      expect((await orders()).map(({ id }) => id)).toEqual(expect.arrayContaining(known));
      // As 1C does it: at the next time of its schedule everything from the beginning.
      await insist(() => oneC.exchangeCatalogue({ isFull: true }));
      await insist(() => oneC.exchangeOrders());
      expect(await seen()).toEqual(Array.from({ length: goods }, () => round));
      expect(await prices()).toEqual([String(round + 1)]);
      expect({ seed, problems: verify(base, await orders()) }).toEqual({ seed, problems: [] });
    },
    killTimeout,
  );
});
