import type { KyselyPlugin } from 'kysely';
import { describe, expect, it } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import type { Database } from '../../database/database.js';
import { createGateway, type Gateway } from '../../gateway.js';
import { bumpCatalog } from './service.js';

const test = useTestGateway();

/** A gateway that counts the queries of its requests. */
function counting(): { gateway: Gateway; queries: () => number } {
  let count = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const { database } = test().deps;
  const counted: Database = {
    engine: database.engine,
    system: database.system.withPlugin(plugin),
    listen: (channel, callback) => database.listen(channel, callback),
    close: () => database.close(),
  };
  return { gateway: createGateway({ ...test().deps, database: counted }), queries: () => count };
}

const url = 'http://gateway.test/v1/products?limit=50';

describe('an answer of the catalogue', () => {
  it('is kept: the second visitor costs no query', async () => {
    const { gateway, queries } = counting();
    const first = await gateway.fetch(new Request(url));
    const before = queries();
    const second = await gateway.fetch(new Request(url));
    expect(queries()).toBe(before);
    expect(await second.text()).toBe(await first.text());
    await gateway.close();
  });

  it('is 304 without a query for its ETag', async () => {
    const { gateway, queries } = counting();
    const first = await gateway.fetch(new Request(url));
    const before = queries();
    const etag = first.headers.get('etag') ?? '';
    const again = await gateway.fetch(new Request(url, { headers: { 'if-none-match': `W/${etag}, "x"` } }));
    expect([again.status, await again.text(), queries() - before]).toEqual([304, '', 0]);
    await gateway.close();
  });

  it('is new after the catalogue changed, in every gateway', async () => {
    const gateways = [createGateway(test().deps), createGateway(test().deps)];
    const etags = () =>
      Promise.all(gateways.map(async ({ fetch }) => (await fetch(new Request(url))).headers.get('etag')));
    const before = await etags();
    expect(before[0]).toBe(before[1]);
    await bumpCatalog(test().deps.database.system);
    await expect.poll(async () => (await etags()).filter((etag) => before.includes(etag))).toEqual([]);
    const after = await etags();
    expect(after[0]).toBe(after[1]);
    await Promise.all(gateways.map((gateway) => gateway.close()));
  });

  it('may be kept by anyone for visitors, and by nobody else for members', async () => {
    const visitor = await test().request('GET', '/v1/products');
    const token = await test().signIn('owner@stroymaster.example.test');
    const member = await test().request('GET', '/v1/products', { token });
    expect(visitor.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600');
    expect(member.headers.get('cache-control')).toBe('private, no-cache');
    expect(member.headers.get('vary')).toMatch(/authorization, cookie, accept-language/);
  });

  it('has another ETag for another language, company and address', async () => {
    const tokens = await Promise.all(
      ['owner@stroymaster.example.test', 'owner@metiz.example.test', 'buyer@uralprom.example.test'].map(
        (email) => test().signIn(email),
      ),
    );
    const answers = [
      await test().request('GET', '/v1/products'),
      await test().request('GET', '/v1/products?limit=50'),
      await test().request('GET', '/v1/products', { headers: { 'accept-language': 'en' } }),
      ...(await Promise.all(tokens.map((token) => test().request('GET', '/v1/products', { token })))),
    ];
    const etags = answers.map(({ headers }) => headers.get('etag'));
    expect(new Set(etags).size).toBe(etags.length);
  });

  it('is not kept when it is a problem', async () => {
    const answer = await test().request('GET', '/v1/products/nothing');
    expect([answer.status, answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([
      404,
      null,
      'private, no-store',
    ]);
  });
});
