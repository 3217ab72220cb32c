import { describe, expect, it } from 'vitest';

import { problem, scripted, type Answer } from '../test/scripted.js';

const page = (...names: string[]) => ({ items: names.map((name) => ({ name })), nextCursor: null });
const pages: Answer[] = [
  Response.json({ ...page('a', 'b'), nextCursor: 'c1' }),
  Response.json({ ...page('c'), nextCursor: 'c2' }),
  Response.json(page()),
];

describe('a list', () => {
  it('asks for nothing before it is used', () => {
    const { client, sent } = scripted(pages);
    client.products.list({ category: 'bolts' });
    expect(sent).toHaveLength(0);
  });

  it('is a page when awaited', async () => {
    const { client, sent } = scripted(pages);
    const { items, nextCursor } = await client.products.list({
      category: 'bolts',
      filters: { size: ['M8'] },
    });
    expect([items.length, nextCursor]).toEqual([2, 'c1']);
    expect(sent[0]?.path).toBe('/v1/products?category=bolts&filters=%7B%22size%22%3A%5B%22M8%22%5D%7D');
  });

  it('is every item when iterated', async () => {
    const { client, sent } = scripted(pages);
    const names: string[] = [];
    for await (const { name } of client.products.list()) names.push(name);
    expect(names).toEqual(['a', 'b', 'c']);
    expect(sent.map(({ path }) => path)).toEqual([
      '/v1/products',
      '/v1/products?after=c1',
      '/v1/products?after=c2',
    ]);
  });

  it('is its pages, one at a time', async () => {
    const { client, sent } = scripted(pages);
    for await (const { items } of client.products.list().pages()) if (items.length === 2) break;
    expect(sent).toHaveLength(1);
  });

  it('begins after a cursor', async () => {
    const { client, sent } = scripted([Response.json(page('z'))]);
    await client.orders.list({ after: 'c9' });
    expect(sent[0]?.path).toBe('/v1/orders?after=c9');
  });

  it('fails where a page fails, after the items before', async () => {
    const { client } = scripted([pages[0]!, problem(404, 'not_found')]);
    const names: string[] = [];
    const reading = (async () => {
      for await (const { name } of client.products.list()) names.push(name);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'not_found' });
    expect(names).toEqual(['a', 'b']);
  });
});

describe('lines of a cart', () => {
  const change = async (request: Request): Promise<Response> => {
    const { operations } = (await request.json()) as { operations: { sku: string }[] };
    return Response.json({
      revision: operations.length,
      outcomes: operations.map(({ sku }) => ({ sku })),
      lines: operations.slice(0, 1),
    });
  };
  const operations = Array.from({ length: 2500 }, (_, index) => ({
    sku: `S${String(index)}`,
    quantity: '1',
  }));

  it('go in parts of a thousand, each with a key of its own', async () => {
    const { client, sent } = scripted([change]);
    const { outcomes, lines, revision } = await client.carts.setLines('cart_1', operations);
    expect([sent.length, new Set(sent.map(({ headers }) => headers.get('idempotency-key'))).size]).toEqual([
      3, 3,
    ]);
    expect(outcomes).toEqual(operations.map(({ sku }) => ({ sku })));
    expect([lines.length, revision]).toEqual([3, 500]);
  });

  it.each([{ policy: 'all-or-nothing' } as const, { version: 3 }, { idempotencyKey: 'intent-00001' }])(
    'are refused in parts under %j',
    async (options) => {
      const { client, sent } = scripted([change]);
      await expect(client.carts.setLines('cart_1', operations, options)).rejects.toBeInstanceOf(RangeError);
      expect(sent).toHaveLength(0);
    },
  );
});

it('variants are found in parts of five hundred', async () => {
  const { client, sent } = scripted([
    async (request) => Response.json({ items: ((await request.json()) as { skus: string[] }).skus }),
  ]);
  const skus = Array.from({ length: 501 }, (_, index) => `S${String(index)}`);
  expect(await client.variants.find(skus)).toEqual(skus);
  expect(sent).toHaveLength(2);
});
