import type { Cart, Checkout, Order, SignedIn } from '@kontor/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { demoPassword } from '../src/demo/users.js';
import { wellKnown } from '../src/demo/ids.js';
import { startGatewayProcess, type GatewayProcess } from './gateway-process.js';
import { engine } from './test-database.js';

/** Kills of one run, 30 on both engines together: the embedded database takes its time to start again. */
const kills = Number(process.env['KONTOR_KILLS'] ?? (engine === 'embedded' ? 10 : 20));
const intentsPerKill = 3;
/** Milliseconds; a busy machine takes long to start a gateway. */
const killTimeout = 120_000;

let gateway: GatewayProcess;
let token: string;
let delivery: object;
/** Orders before the next kill. */
let known: Set<string>;

beforeAll(async () => {
  // Enough for any number of kills.
  gateway = await startGatewayProcess(({ system }) =>
    system.updateTable('balance').set({ quantity: '1000000' }).execute(),
  );
  const { token: signedIn } = await call<SignedIn>('POST', '/v1/session/sign-in', {
    email: 'owner@stroymaster.example.test',
    password: demoPassword,
  });
  token = signedIn ?? '';
  const { items } = await call<{ items: { id: string; kind: string; warehouseIds: string[] }[] }>(
    'GET',
    '/v1/delivery/methods',
  );
  const pickup = items.find(({ kind }) => kind === 'pickup');
  delivery = { methodId: pickup?.id, warehouseId: pickup?.warehouseIds[0] };
  known = await orders();
});
afterAll(() => gateway.remove());

interface Intent {
  checkoutId: string;
  key: string;
  total: unknown;
}

async function send(method: string, path: string, body?: unknown, key?: string): Promise<Response> {
  return fetch(`${gateway.url()}${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await send(method, path, body);
  if (!response.ok) throw new Error(`${method} ${path} answered ${await response.text()}`);
  return (await response.json()) as Answer;
}

async function intend(index: number): Promise<Intent> {
  const cart = await call<Cart>('POST', '/v1/carts', {
    name: `crash ${String(index)} ${crypto.randomUUID()}`,
  });
  await call('POST', `/v1/carts/${cart.id}/lines`, {
    operations: [
      { sku: wellKnown.packs, quantity: '20' },
      { sku: wellKnown.tiers, quantity: '100' },
    ],
  });
  const { id } = await call<Checkout>('POST', '/v1/checkouts', { cartId: cart.id });
  const { totals } = await call<Checkout>('PATCH', `/v1/checkouts/${id}`, { delivery });
  return {
    checkoutId: id,
    key: `crash-${crypto.randomUUID()}`,
    total: { amount: totals?.total, currency: totals?.currency },
  };
}

const place = ({ checkoutId, key, total }: Intent) =>
  send('POST', `/v1/checkouts/${checkoutId}/place`, { expectedTotal: total }, key);

/** Online orders of the company by id. */
async function orders(): Promise<Set<string>> {
  const ids = new Set<string>();
  let after: string | null = null;
  do {
    const page: { items: { id: string }[]; nextCursor: string | null } = await call(
      'GET',
      `/v1/orders?provenance=online&limit=200${after === null ? '' : `&after=${after}`}`,
    );
    for (const { id } of page.items) ids.add(id);
    after = page.nextCursor;
  } while (after !== null);
  return ids;
}

describe('a gateway that is killed', () => {
  it.each(Array.from({ length: kills }, (_each, index) => index))(
    'keeps every acknowledged order, once (kill %i)',
    async (round) => {
      const intents = await Promise.all(
        Array.from({ length: intentsPerKill }, (_each, index) => intend(index)),
      );
      const answered = new Map<string, string>();
      const placing = intents.map(async (intent) => {
        // Most are cut off: that is what the repetition is for.
        const response = await place(intent).catch(() => undefined);
        const text = await response?.text().catch(() => undefined);
        if (response?.status === 201 && text !== undefined) answered.set(intent.key, text);
      });
      // Later with each round: sometimes before, mostly amid, sometimes after the commits.
      await new Promise((resolve) => setTimeout(resolve, (round * 37) % 220));
      await gateway.kill();
      await Promise.all(placing);
      await gateway.start();

      const repeated = await Promise.all(
        intents.map(async (intent) => ({ intent, text: await (await place(intent)).text() })),
      );
      for (const { intent, text } of repeated) expect(answered.get(intent.key) ?? text).toBe(text);
      const placed = repeated.map(({ text }) => (JSON.parse(text) as Order).id);
      const after = await orders();
      expect([...after].filter((id) => !known.has(id)).sort()).toEqual([...placed].sort());
      known = after;
      expect(new Set(placed).size).toBe(intentsPerKill);
    },
    killTimeout,
  );
});

it('stops as it should though one Ctrl-C reaches it twice', async () => {
  expect(await gateway.interrupt('SIGINT', 'SIGTERM')).toBe(0);
});
