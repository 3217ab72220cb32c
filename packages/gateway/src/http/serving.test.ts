import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Cart, Problem } from '@kontor/contract';
import { describe, expect, it } from 'vitest';

import { createBuyer } from '../../test/buyer.js';
import { useTestGateway } from '../../test/test-gateway.js';
import { wellKnown } from '../demo/ids.js';
import { demoPassword } from '../demo/users.js';
import { createGateway } from '../gateway.js';
import { readDocsAsset } from '../node/docs-assets.js';
import { createMetrics } from '../node/metrics.js';
import type { GatewayDeps } from '../ports.js';
import { version } from '../version.js';

let address = '203.0.113.7';
const metricsToken = 'metrics-token-of-this-test';
const gateway = useTestGateway({
  deps: { metrics: createMetrics(), docsAssets: readDocsAsset },
  settings: {
    publicUrl: 'https://b2b.krepezh.test',
    origins: ['https://krepezh.test'],
    clientAddress: () => address,
    metricsToken,
  },
});
const owner = 'owner@stroymaster.example.test';

/** Another gateway on the same database, with a registry of its own. */
const sibling = (changes: Partial<GatewayDeps> = {}) =>
  createGateway({ ...gateway().deps, metrics: createMetrics(), ...changes });

describe('the log', () => {
  it('tells what happened and nothing of whom', async () => {
    const { request, logged, signIn } = gateway();
    logged.length = 0;
    const wrong = await request<Problem>('POST', '/v1/session/sign-in', {
      body: { email: owner, password: 'a wrong password' },
    });
    const buyer = await createBuyer(gateway(), owner);
    const checkout = await buyer.checkout([{ sku: wellKnown.packs, quantity: '20' }]);
    const order = await checkout.place();
    await request('GET', '/v1/products?query=болт секретный');
    await request('GET', `/v1/orders/${order.body.id}?surprise=1`, { token: buyer.token });
    await gateway().gateway.jobs.settle();
    const log = logged.join('\n');
    const secrets = [
      owner,
      demoPassword,
      'a wrong password',
      buyer.token,
      checkout.total.amount,
      'секретный',
      encodeURIComponent('секретный'),
      order.body.id,
      'surprise',
    ];
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
    expect(log).toContain('"method":"POST","route":"/v1/checkouts/{id}/place","status":201');
    expect(wrong.status).toBe(401);
    expect(await signIn(owner)).not.toBe('');
  });

  it('names the request and the kind of caller', async () => {
    const { request, logged, signIn } = gateway();
    const token = await signIn(owner);
    await request('GET', '/v1/session', { token, headers: { 'x-request-id': 'trace-me-12345' } });
    const line = logged.find((each) => each.includes('trace-me-12345'));
    expect(line).toMatch(/^request .*"route":"\/v1\/session","status":200,"ms":\d+,"caller":"member"/);
  });

  it('has the stack of a failure, the answer has not', async () => {
    const { deps, logged } = gateway();
    const broken = sibling({
      blobs: { ...deps.blobs, get: () => Promise.reject(new Error('the disk is gone')) },
    });
    const answer = await broken.fetch(new Request('http://gateway.test/v1/pictures/a.png'));
    expect([answer.status, await answer.text()]).toEqual([500, expect.not.stringContaining('disk')]);
    expect(logged.find((line) => line.includes('the disk is gone'))).toContain('serving.test.ts');
    await broken.close();
  });
});

describe('headers', () => {
  it('keep personal answers out of every cache', async () => {
    const token = await gateway().signIn(owner);
    const { headers } = await gateway().request<Cart>('GET', '/v1/carts/current', { token });
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('vary')).toBe('authorization, cookie, accept-language, origin');
  });

  it('let nothing be sniffed, framed or downgraded', async () => {
    const { headers } = await gateway().request('GET', '/v1/session');
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    });
  });

  it('stand on problems as well', async () => {
    const { headers } = await gateway().request('GET', '/nowhere');
    expect([headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([
      'private, no-store',
      'nosniff',
    ]);
  });

  it('let the pictures into pages of others', async () => {
    gateway().blobs.set('pictures/bolt.png', new Uint8Array([1]));
    const { headers } = await gateway().request('GET', '/v1/pictures/bolt.png');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });
});

describe('methods and paths', () => {
  it('answers a wrong method with those that are there', async () => {
    const { status, headers, body } = await gateway().request<Problem>('PUT', '/v1/carts');
    expect([status, headers.get('allow'), body.code]).toEqual([405, 'GET, HEAD, POST', 'method_not_allowed']);
  });

  it('does not take a method of another path that looks alike', async () => {
    const { status, headers } = await gateway().request('POST', '/v1/products/facets');
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('answers unknown paths as not found', async () => {
    const { status, body } = await gateway().request<Problem>('GET', '/v1/nothing');
    expect([status, body.code]).toEqual([404, 'not_found']);
  });

  it('answers HEAD like GET, without a body', async () => {
    const url = 'http://gateway.test/v1/categories';
    const head = await gateway().gateway.fetch(new Request(url, { method: 'HEAD' }));
    const get = await gateway().gateway.fetch(new Request(url));
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([
      200,
      '',
      get.headers.get('etag'),
    ]);
  });

  it('answers the preflight of a listed origin alone', async () => {
    const preflight = (origin: string) =>
      gateway().request('OPTIONS', '/v1/carts', {
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const [listed, other] = [await preflight('https://krepezh.test'), await preflight('https://evil.test')];
    expect([listed.status, other.status, other.headers.get('access-control-allow-origin')]).toEqual([
      204,
      405,
      null,
    ]);
  });
});

describe('health', () => {
  it('says that the process is up and ready', async () => {
    const [up, ready] = [
      await gateway().request('GET', '/healthz'),
      await gateway().request('GET', '/readyz'),
    ];
    expect([up.status, ready.status]).toEqual([200, 200]);
  });

  it('is not ready while it stops, but up', async () => {
    const stopping = sibling();
    stopping.drain();
    const ask = async (path: string) =>
      (await stopping.fetch(new Request(`http://gateway.test${path}`))).status;
    expect([await ask('/healthz'), await ask('/readyz')]).toEqual([200, 503]);
    await stopping.close();
  });

  it('is not ready while migrations are missing', async () => {
    const { system } = gateway().deps.database;
    const fresh = sibling();
    const last = await system
      .deleteFrom('kysely_migration' as never)
      .where('name' as never, '=', '0003-event-order' as never)
      .returningAll()
      .executeTakeFirstOrThrow();
    const answer = await fresh.fetch(new Request('http://gateway.test/readyz'));
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('migrations')]);
    await system
      .insertInto('kysely_migration' as never)
      .values(last)
      .execute();
    await fresh.close();
  });

  it('is not ready when the database does not answer', async () => {
    const { deps } = gateway();
    const system = new Proxy(deps.database.system, {
      get: (target, name) =>
        name === 'getExecutor'
          ? () => {
              throw new Error('down');
            }
          : (Reflect.get(target, name) as unknown),
    });
    const cut = sibling({ database: { ...deps.database, system } });
    expect((await cut.fetch(new Request('http://gateway.test/readyz'))).status).toBe(503);
    await cut.close();
  });
});

describe('metrics', () => {
  const read = (headers: Record<string, string> = {}) => gateway().request('GET', '/metrics', { headers });

  it('are for this machine or whoever has the token', async () => {
    address = '203.0.113.7';
    const [stranger, wrong] = [await read(), await read({ authorization: 'Bearer another-token-entirely' })];
    const holder = await read({ authorization: `Bearer ${metricsToken}` });
    address = '127.0.0.1';
    const [local, proxied] = [await read(), await read({ 'x-forwarded-for': '203.0.113.7' })];
    address = '203.0.113.7';
    expect([stranger, wrong, holder, local, proxied].map(({ status }) => status)).toEqual([
      401, 401, 200, 200, 401,
    ]);
  });

  it('count requests by the template of their path', async () => {
    await gateway().request('GET', '/v1/variants/NO-SUCH-SKU');
    const { text } = await read({ authorization: `Bearer ${metricsToken}` });
    expect(text).toMatch(
      /kontor_request_duration_seconds_count\{method="GET",route="\/v1\/variants\/\{sku\}",status="4xx"\} \d/,
    );
    expect(text).not.toContain('NO-SUCH-SKU');
  });

  it('show what waits to leave', async () => {
    const { database, clock } = gateway();
    await database.database.system
      .insertInto('outbox')
      .values({
        topic: 'test',
        channel: '{"kind":"none"}',
        dedup_key: 'metrics',
        payload: '{}',
        created_at: new Date(clock.now().getTime() - 90_000),
        next_attempt_at: new Date(clock.now().getTime() + 90_000),
        locked_until: null,
        delivered_at: null,
        failed_at: null,
        last_error: null,
      })
      .execute();
    const { text } = await read({ authorization: `Bearer ${metricsToken}` });
    expect(text).toMatch(/^kontor_outbox_oldest_seconds 90$/m);
    expect(text).toMatch(/^kontor_requests_in_flight 0$/m);
  });
});

describe('the reference', () => {
  it('serves the document to any cache, once', async () => {
    const first = await gateway().request<{ info: { version: string }; servers: { url: string }[] }>(
      'GET',
      '/v1/openapi.json',
    );
    const etag = first.headers.get('etag') ?? '';
    const again = await gateway().request('GET', '/v1/openapi.json', { headers: { 'if-none-match': etag } });
    expect([first.body.info.version, first.body.servers[0]?.url]).toEqual([
      version,
      'https://b2b.krepezh.test',
    ]);
    expect([first.headers.get('cache-control'), again.status]).toEqual(['public, max-age=300', 304]);
  });

  it('serves a page that runs only its own files', async () => {
    const { status, headers, text } = await gateway().request('GET', '/docs');
    expect([status, headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("script-src 'self';"),
    ]);
    const files = [...text.matchAll(/(?:src|href)="(docs\/[^"]+)"/g)].map(([, file]) => file ?? '');
    const answers = await Promise.all(files.map((file) => gateway().request('GET', `/${file}`)));
    expect([files.length, ...answers.map(({ status }) => status)]).toEqual([4, 200, 200, 200, 200]);
    expect(text).not.toMatch(/https?:/);
  });

  it('gives away no other file', async () => {
    const names = ['package.json', '..%2Fpackage.json', '__proto__', 'swagger-ui-bundle.js.map'];
    const answers = await Promise.all(names.map((name) => gateway().request('GET', `/docs/${name}`)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  it('is not there without its files', async () => {
    const { docsAssets: _none, metrics: _noMetrics, ...deps } = gateway().deps;
    const bare = createGateway(deps);
    const ask = async (path: string) => (await bare.fetch(new Request(`http://gateway.test${path}`))).status;
    expect([await ask('/docs'), await ask('/docs/page.js'), await ask('/metrics')]).toEqual([404, 404, 404]);
    await bare.close();
  });

  it('tells what the gateway can', async () => {
    const { body } = await gateway().request<{
      version: string;
      currencies: string[];
      limits: { pageSize: number };
    }>('GET', '/v1/capabilities');
    expect(body).toMatchObject({
      version,
      supplier: 'Крепёж-Центр',
      currencies: ['EUR', 'RUB'],
      limits: { pageSize: 200 },
    });
    const file = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8');
    const manifest = JSON.parse(file) as { version: string };
    expect(version).toBe(manifest.version);
  });
});
