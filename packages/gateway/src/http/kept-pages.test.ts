import { request, type IncomingHttpHeaders } from 'node:http';

import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { useTestGateway } from '../../test/test-gateway.js';
import { bumpCatalog } from '../modules/catalog/service.js';
import { createClientAddresses } from '../node/client-address.js';
import { createMetrics } from '../node/metrics.js';
import { listen, type Listening } from '../node/serve.js';

const clients = createClientAddresses(['127.0.0.1']);
const metrics = createMetrics();
const listed = 'https://krepezh.test';
const requestsPerMinute = 1000;
const gateway = useTestGateway({
  deps: { metrics },
  settings: {
    publicUrl: 'https://b2b.krepezh.test',
    origins: [listed],
    clientAddress: (head) => clients.of(head),
    requestsPerMinute,
  },
});
const page = '/v1/products?limit=5';
const owner = 'owner@stroymaster.example.test';

let short: Listening;
let long: Listening;
let recalled = 0;
beforeAll(async () => {
  const { fetch, recall } = gateway().gateway;
  const options = { host: '127.0.0.1', port: 0, clients };
  const counting: typeof recall = (path, head) => {
    const kept = recall(path, head);
    if (kept) recalled += 1;
    return kept;
  };
  short = await listen({ fetch, recall: counting }, options);
  long = await listen({ fetch, recall: () => undefined }, options);
});
afterAll(() => Promise.all([short.close(), long.close()]));
beforeEach(() => {
  gateway().clock.advance(60_000);
});

interface Asked {
  method?: string;
  path?: string;
  headers?: IncomingHttpHeaders;
}

/** Everything that arrives, apart from what no two answers have in common. */
async function ask(way: Listening, { method = 'GET', path = page, headers = {} }: Asked = {}) {
  return new Promise<{ status: number | undefined; headers: string[]; body: string }>((resolve, reject) => {
    const options = { host: '127.0.0.1', port: way.port, method, path, headers };
    const sent = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const { date: _date, 'x-request-id': id, ...others } = answer.headers;
        const named = { ...others, 'x-request-id': String(id).replace(/^req_\w+-\w+$/, 'made here') };
        const lines = Object.entries(named).map(([name, value]) => `${name}: ${String(value)}`);
        const body = Buffer.concat(chunks)
          .toString()
          .replaceAll(/"requestId":"[^"]+"/g, '');
        resolve({ status: answer.statusCode, headers: lines.sort(), body });
      });
    });
    sent.once('error', reject).end();
  });
}

/** The answers of both ways, and whether the short one was short. */
async function askBoth(asked: Asked) {
  const slow = await ask(long, asked);
  const before = recalled;
  const quick = await ask(short, asked);
  return { slow, quick, isShort: recalled > before };
}

const token = () => gateway().signIn(owner);
const bearer = async () => ({ authorization: `Bearer ${await token()}` });

describe('a kept page', () => {
  it.each<[string, boolean, Asked | (() => Promise<Asked>)]>([
    ['a visitor', true, {}],
    ['a visitor who knows the page', true, async () => ({ headers: { 'if-none-match': await etag() } })],
    ['a visitor who knows another page', true, { headers: { 'if-none-match': '"other", W/"another"' } }],
    ['a listed origin', true, { headers: { origin: listed } }],
    ['an unlisted origin', true, { headers: { origin: 'https://evil.test' } }],
    ['another language', true, { headers: { 'accept-language': 'xx, en;q=0.9' } }],
    ['another encoding', true, { headers: { 'accept-encoding': 'gzip, br' } }],
    ['a cookie of the site', true, { headers: { cookie: 'theme=dark' } }],
    ['an id of a proxy', true, { headers: { 'x-request-id': 'proxy-request-1' } }],
    ['a HEAD', false, { method: 'HEAD' }],
    ['a POST', false, { method: 'POST' }],
    ['a body', false, { headers: { 'content-length': '0' } }],
    ['a strange host', false, { headers: { host: 'two hosts' } }],
    ['a page that is not there', false, { path: '/v1/products/nothing' }],
    ['a wrong question', false, { path: '/v1/products?limit=-1' }],
    ['an answer that is not kept', false, { path: '/v1/session' }],
    ['a member', false, async () => ({ headers: await bearer() })],
    ['a member by cookie', false, async () => ({ headers: { cookie: `kontor_session=${await token()}` } })],
    ['a session that never was', false, { headers: { cookie: 'kontor_session=nothing-nothing-nothing' } }],
    ['a token that never was', false, { headers: { authorization: 'Bearer nothing-nothing-nothing' } }],
  ])('answers %s as the long way does', async (_who, isShort, asked) => {
    const answers = await askBoth(typeof asked === 'function' ? await asked() : asked);
    expect(answers.quick).toEqual(answers.slow);
    expect(answers.isShort).toBe(isShort);
  });

  const etag = async () =>
    (await ask(long)).headers.find((line) => line.startsWith('etag: '))?.slice('etag: '.length);

  it('answers whatever is asked as the long way does', async () => {
    const tags = fc.constantFrom('"x"', '*', `W/${(await etag()) ?? ''}`, await etag());
    const headers = fc.record(
      {
        'if-none-match': tags,
        origin: fc.constantFrom(listed, `${listed}:443`, 'null', listed.toUpperCase()),
        'accept-language': fc.constantFrom('de', 'EN-us', 'uk;q=0, ru;q=0.1', ';;', 'ru,*'),
        authorization: fc.constantFrom('Basic x', 'Bearer short', (await bearer()).authorization),
        cookie: fc.constantFrom('a=b', 'kontor_session=', `kontor_session=${await token()}`),
        'x-request-id': fc.constantFrom('short', 'long-enough-id', 'not an id at all'),
        'x-forwarded-for': fc.constantFrom('192.0.2.1', '192.0.2.1, 127.0.0.1'),
      },
      { requiredKeys: [] },
    );
    const asked = fc.record({
      method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'DELETE'),
      path: fc.constantFrom(
        page,
        `${page}#x`,
        '/v1/categories',
        '/v1/./categories',
        '/v1/categories?',
        '//v1',
      ),
      headers,
    });
    await fc.assert(
      fc.asyncProperty(asked, async (each) => {
        const { slow, quick } = await askBoth(each);
        expect(quick).toEqual(slow);
      }),
      { numRuns: 150 },
    );
  });

  it('is refused to who has asked too often', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.7' };
    await ask(long);
    for (let count = 0; count < requestsPerMinute; count += 1) await ask(short, { headers });
    const { quick, slow } = await askBoth({ headers });
    expect(quick).toEqual(slow);
    expect(quick.status).toBe(429);
  });

  it('is logged and counted like any other', async () => {
    const headers = { 'x-request-id': 'kept-page-in-the-log' };
    const { isShort } = await askBoth({ headers });
    const lines = gateway().logged.filter((line) => line.includes(headers['x-request-id']));
    const [slow, quick] = lines.map((line) => line.replace(/"ms":\d+/, ''));
    const counted = async () =>
      Number(
        /_count\{method="GET",route="\/v1\/products",status="2xx"\} (\d+)/.exec(await metrics.text())?.[1],
      );
    const before = await counted();
    await ask(short);
    expect([isShort, quick, await counted()]).toEqual([true, slow, before + 1]);
  });

  it('is forgotten with the catalogue that it shows', async () => {
    const before = (await askBoth({})).quick;
    const { system } = gateway().deps.database;
    await system.updateTable('product').set({ brand: 'Новый бренд' }).execute();
    await bumpCatalog(system);
    await expect.poll(async () => (await ask(short)).body === before.body).toBe(false);
    const { slow, quick, isShort } = await askBoth({});
    expect(quick).toEqual(slow);
    expect([isShort, quick.body.includes('Новый бренд')]).toEqual([true, true]);
  });

  it('is nothing that a member who signs out leaves behind', async () => {
    const headers = await bearer();
    const own = await ask(short, { headers });
    await ask(short, { method: 'POST', path: '/v1/session/sign-out', headers });
    const { slow, quick } = await askBoth({ headers });
    expect([own.status, quick.status]).toEqual([200, 401]);
    expect(quick).toEqual(slow);
  });
});
