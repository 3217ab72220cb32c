import { createInMemoryGateway, type InMemoryGateway } from '@kontor/gateway/in-memory';
import { createClient, type Client } from '@kontor/sdk';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

/** Your code: what is tested. */
async function fillCart(kontor: Client, sku: string, quantity: string): Promise<string | undefined> {
  const { id } = await kontor.carts.current();
  const { cart } = await kontor.carts.setLines(id, [{ sku, quantity }]);
  return cart.totals?.total;
}

let filled: Blob;
let gateway: InMemoryGateway;
let kontor: Client;

// Filling takes seconds, so it is done once; each test then starts from a copy.
beforeAll(async () => {
  const first = await createInMemoryGateway({ demo: 'small' });
  filled = await first.dump();
  await first.close();
});

beforeEach(async () => {
  gateway = await createInMemoryGateway({ from: filled });
  kontor = createClient({ baseUrl: 'http://gateway.test', fetch: gateway.fetch });
  await kontor.session.signIn({ email: 'owner@stroymaster.example.test', password: 'kontor-demo-2026' });
  return () => gateway.close();
});

it('corrects a quantity to whole packs', async () => {
  const { id } = await kontor.carts.current();
  const { outcomes } = await kontor.carts.setLines(id, [{ sku: 'DIN933-8.8-M8X40-ZN', quantity: '12' }]);
  expect(outcomes[0]).toMatchObject({ status: 'corrected', quantity: '20' });
});

it('begins with an empty cart every time', async () => {
  expect((await kontor.carts.current()).lines.items).toEqual([]);
  expect(await fillCart(kontor, 'DIN933-8.8-M8X40-ZN', '20')).toMatch(/^\d+\.\d\d$/);
});

afterAll(() => {
  expect(filled.size).toBeGreaterThan(0);
});
