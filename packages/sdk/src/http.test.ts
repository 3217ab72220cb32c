import { inspect } from 'node:util';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { broken, problem, scripted, silence, type Answer } from '../test/scripted.js';
import { createClient } from './client.js';
import {
  AbortError,
  ApiError,
  ConnectionError,
  ContractError,
  isSignedOut,
  KontorError,
  TimeoutError,
} from './errors.js';
import type { WireEvent } from './options.js';

const lost = new TypeError('fetch failed');
const fine = (): Response => Response.json({ id: 'cart_1' });
const now = { 'retry-after': '0' };

afterEach(() => {
  vi.useRealTimers();
});

describe('a call that may be repeated', () => {
  it.each([429, 502, 503, 504])('is repeated after status %i', async (status) => {
    const { client, sent } = scripted([problem(status, 'unavailable', now), fine()]);
    await expect(client.carts.current()).resolves.toEqual({ id: 'cart_1' });
    expect(sent).toHaveLength(2);
  });

  it.each<[string, Answer]>([
    ['a lost connection', lost],
    ['a body that breaks off', () => broken()],
    ['a key whose first request still runs', problem(409, 'idempotency_key_in_progress')],
  ])('is repeated after %s', async (_what, answer) => {
    const { client, sent } = scripted([answer, fine()]);
    await expect(client.carts.create({ name: 'Site' })).resolves.toEqual({ id: 'cart_1' });
    expect(sent).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 409, 412, 422, 500])('is not repeated after status %i', async (status) => {
    const { client, sent } = scripted([problem(status, 'not_found')]);
    await expect(client.carts.current()).rejects.toMatchObject({ status });
    expect(sent).toHaveLength(1);
  });

  it('keeps its key and its body in every attempt', async () => {
    const { client, sent } = scripted([problem(503, 'unavailable', now), lost, fine()]);
    await client.carts.setLines('cart_1', [{ sku: 'A', quantity: '1' }]);
    const keys = new Set(sent.map(({ headers }) => headers.get('idempotency-key')));
    expect([sent.length, keys.size, new Set(sent.map(({ body }) => body)).size]).toEqual([3, 1, 1]);
    expect([...keys][0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it("keeps the caller's own key", async () => {
    const { client, sent } = scripted([lost, fine()]);
    await client.carts.create({ name: 'Site' }, { idempotencyKey: 'intent-00001' });
    expect(sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual([
      'intent-00001',
      'intent-00001',
    ]);
  });

  it('is given up after its retries', async () => {
    const { client, sent } = scripted([problem(503, 'unavailable', now)], { retries: 3 });
    await expect(client.carts.current()).rejects.toMatchObject({ status: 503, retryable: true });
    expect(sent).toHaveLength(4);
  });

  it('is not repeated when the gateway asks for more time than there is', async () => {
    const { client, sent } = scripted([problem(429, 'too_many_requests', { 'retry-after': '3600' })]);
    await expect(client.carts.current()).rejects.toMatchObject({ code: 'too_many_requests' });
    expect(sent).toHaveLength(1);
  });

  it('waits as long as the gateway asks', async () => {
    vi.useFakeTimers();
    const { client, sent } = scripted([problem(503, 'unavailable', { 'retry-after': '7' }), fine()]);
    const calling = client.carts.current();
    await vi.advanceTimersByTimeAsync(6_999);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await calling;
    expect(sent).toHaveLength(2);
  });
});

it.each<[string, (client: ReturnType<typeof scripted>['client']) => Promise<unknown>]>([
  ['signing in', ({ session }) => session.signIn({ email: 'a@b.test', password: 'secret' })],
  ['exchanging a host token', ({ session }) => session.exchange('token')],
  ['rotating a token', ({ session }) => session.rotate()],
  ['making an API key', ({ company }) => company.apiKeys.create({ name: 'ERP', scopes: ['read'] })],
])('%s is never repeated and has no key', async (_what, call) => {
  for (const answer of [lost, problem(503, 'unavailable', now)]) {
    const { client, sent } = scripted([answer]);
    await expect(call(client)).rejects.toBeInstanceOf(KontorError);
    expect(sent.map(({ headers }) => headers.has('idempotency-key'))).toEqual([false]);
  }
});

describe('the time of a call', () => {
  it.each<[string, Answer]>([
    ['an answer that never comes', silence],
    ['a body that never ends', () => new Response(new ReadableStream())],
  ])('ends %s', async (_what, answer) => {
    const { client } = scripted([answer]);
    const calling = client.carts.current({ timeout: 20 });
    await expect(calling).rejects.toBeInstanceOf(TimeoutError);
    await expect(calling).rejects.toMatchObject({ cause: expect.anything() as unknown });
  });

  it('includes retries and tells the last failure', async () => {
    const { client } = scripted([problem(503, 'unavailable', now), silence]);
    const calling = client.carts.current({ timeout: 2000 });
    await expect(calling).rejects.toMatchObject({ name: 'TimeoutError', cause: { status: 503 } });
  });

  it('includes waiting for a token', async () => {
    const { client, sent } = scripted([fine()], { getToken: () => new Promise(() => undefined) });
    await expect(client.carts.current({ timeout: 20 })).rejects.toBeInstanceOf(TimeoutError);
    expect(sent).toHaveLength(0);
  });

  it('may be without an end', async () => {
    const { client } = scripted([fine()], { timeout: Infinity });
    await expect(client.carts.current()).resolves.toBeDefined();
  });
});

describe('a signal', () => {
  it('that was aborted before lets no request out', async () => {
    const { client, sent } = scripted([fine()]);
    const calling = client.carts.current({ signal: AbortSignal.abort('left') });
    await expect(calling).rejects.toMatchObject({ name: 'AbortError', cause: 'left' });
    expect(sent).toHaveLength(0);
  });

  it('that is aborted meanwhile ends the call with its reason', async () => {
    const controller = new AbortController();
    const { client } = scripted([silence]);
    const calling = client.carts.current({ signal: controller.signal });
    controller.abort('left');
    await expect(calling).rejects.toBeInstanceOf(AbortError);
    await expect(calling).rejects.toMatchObject({ cause: 'left' });
  });

  it('ends a pause between attempts', async () => {
    const controller = new AbortController();
    const { client, sent } = scripted([problem(503, 'unavailable', { 'retry-after': '20' })], {
      onError: () => setTimeout(() => controller.abort(), 1),
    });
    await expect(client.carts.current({ signal: controller.signal })).rejects.toBeInstanceOf(AbortError);
    expect(sent).toHaveLength(1);
  });

  it('reaches the request of the platform', async () => {
    const controller = new AbortController();
    let seen: AbortSignal | undefined;
    const { client } = scripted([(request) => ((seen = request.signal), silence())]);
    const calling = client.carts.current({ signal: controller.signal });
    setTimeout(() => controller.abort(), 1);
    await expect(calling).rejects.toBeInstanceOf(AbortError);
    expect(seen?.aborted).toBe(true);
  });

  it('that lives long collects no listeners', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...given: Parameters<typeof addEventListener>) => {
      listeners += 1;
      addEventListener.apply(signal, given);
    };
    signal.removeEventListener = (...given: Parameters<typeof removeEventListener>) => {
      listeners -= 1;
      removeEventListener.apply(signal, given);
    };
    const { client } = scripted([fine(), lost, fine()]);
    for (let count = 0; count < 5; count += 1) await client.carts.current({ signal });
    expect(listeners).toBe(0);
  });
});

describe('an odd answer', () => {
  const html = { headers: { 'content-type': 'text/html' } };

  it.each<[string, Response]>([
    ['a page', new Response('<!doctype html><h1>Sign in</h1>', html)],
    ['nothing', new Response('')],
    ['half of a JSON text', new Response('{"items":[{"id":')],
    ['a number', Response.json(1)],
    ['a list', Response.json([])],
    ['null', Response.json(null)],
    ['no content where some belongs', new Response(null, { status: 204 })],
  ])('is a ContractError: %s', async (_what, answer) => {
    const { client, sent } = scripted([answer]);
    const calling = client.carts.current();
    await expect(calling).rejects.toBeInstanceOf(ContractError);
    await expect(calling).rejects.toMatchObject({ cause: expect.any(Error) as unknown });
    expect(sent).toHaveLength(1);
  });

  it.each<[string, string]>([
    ['a page', '<!doctype html><h1>Bad gateway</h1>'],
    ['nothing', ''],
    ['another JSON', '{"error":"no","code":42}'],
    ['a list', '[]'],
  ])('is an ApiError without a known code: %s', async (_what, body) => {
    const { client } = scripted([() => new Response(body, { status: 404, ...html })]);
    const calling = client.carts.current();
    await expect(calling).rejects.toBeInstanceOf(ApiError);
    await expect(calling).rejects.toMatchObject({
      status: 404,
      code: 'unknown',
      cause: expect.any(Error) as unknown,
    });
  });

  it('is no harm where nothing is expected', async () => {
    const { client } = scripted([() => new Response('OK', html)]);
    await expect(client.carts.remove('cart_1')).resolves.toBeUndefined();
  });

  it('is a ConnectionError when nothing can be reached', async () => {
    const { client } = scripted([lost], { retries: 0 });
    const calling = client.carts.current();
    await expect(calling).rejects.toBeInstanceOf(ConnectionError);
    await expect(calling).rejects.toMatchObject({ cause: lost });
  });
});

describe('a request', () => {
  it('asks for the token and the language each time', async () => {
    let count = 0;
    const { client, sent } = scripted([fine()], {
      getToken: () => Promise.resolve(`token-${String((count += 1))}`),
      getLocale: () => (count % 2 ? 'de' : undefined),
    });
    await client.carts.current();
    await client.carts.current();
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
    expect(sent[0]?.headers.get('accept-language')).toBe('de');
  });

  it('is not made when the token cannot be had', async () => {
    const cause = new Error('The vault is closed');
    const { client, sent } = scripted([fine()], { getToken: () => Promise.reject(cause) });
    await expect(client.carts.current()).rejects.toMatchObject({ name: 'KontorError', cause });
    expect(sent).toHaveLength(0);
  });

  it('without a body has no type of one', async () => {
    const { client, sent } = scripted([fine()]);
    await client.carts.clear('cart_1', { version: 7 });
    await client.carts.remove('cart_1');
    expect(sent.map(({ headers, body }) => [headers.get('content-type'), body])).toEqual([
      [null, ''],
      [null, ''],
    ]);
    expect(sent[0]?.headers.get('if-match')).toBe('"7"');
  });

  it.each(['', '.', '..'])('never leaves its path by the id %j', async (id) => {
    const { client, sent } = scripted([fine()]);
    await expect(client.orders.get(id)).rejects.toBeInstanceOf(TypeError);
    expect(sent).toHaveLength(0);
  });

  it('escapes what stands in an id', async () => {
    const { client, sent } = scripted([fine()]);
    await client.variants.get('УПХ-Ш/1?x=../y#z');
    expect(sent[0]?.path).toBe(`/v1/variants/${encodeURIComponent('УПХ-Ш/1?x=../y#z')}`);
  });

  it('is sent with cookies, and no token, where the client says so', async () => {
    const signedIn = Response.json({ token: null, session: {} });
    let credentials: RequestCredentials | undefined;
    const { client, sent } = scripted([(request) => ((credentials = request.credentials), signedIn)], {
      useCookies: true,
      getToken: () => 'unused',
    });
    await client.session.signIn({ email: 'a@b.test', password: 'secret' });
    expect(JSON.parse(sent[0]!.body)).toMatchObject({ transport: 'cookie' });
    expect([credentials, sent[0]?.headers.has('authorization')]).toEqual(['include', false]);
  });
});

describe('a session that has ended', () => {
  const signedIn = () => Response.json({ token: 'second', session: {} });

  it('is forgotten with its token', async () => {
    const { client, sent } = scripted([signedIn(), problem(401, 'invalid_token'), fine()]);
    await client.session.signIn({ email: 'a@b.test', password: 'secret' });
    await expect(client.session.get()).rejects.toSatisfy(isSignedOut);
    await client.session.get();
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual([null, 'Bearer second', null]);
  });

  it('takes no token away that came meanwhile', async () => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const { client, sent } = scripted([
      () => ended.then(() => problem(401, 'invalid_token')),
      signedIn(),
      fine(),
    ]);
    const asked = client.session.get();
    await new Promise((resolve) => setTimeout(resolve, 10));
    await client.session.signIn({ email: 'a@b.test', password: 'secret' });
    end();
    await expect(asked).rejects.toSatisfy(isSignedOut);
    await client.session.get();
    expect(sent.at(-1)?.headers.get('authorization')).toBe('Bearer second');
  });
});

describe('a base address', () => {
  it.each([
    'ftp://b2b.example.com',
    'https://b2b.example.com/?a=1',
    'https://me:pw@b2b.example.com',
    'b2b',
    '',
  ])('is refused when it is none: %j', (baseUrl) => {
    expect(() => createClient({ baseUrl })).toThrow(TypeError);
  });

  it('may have a path and a slash at its end', async () => {
    const { client, sent } = scripted([fine()], { baseUrl: 'https://example.com/b2b/' });
    await client.carts.current();
    expect(sent[0]?.path).toBe('/b2b/v1/carts/current');
  });
});

describe('hooks', () => {
  const watched = (answers: readonly Answer[], more = {}) => {
    const seen: [string, WireEvent][] = [];
    const note = (name: string) => (event: WireEvent) => void seen.push([name, event]);
    const hooks = { onRequest: note('request'), onResponse: note('response'), onError: note('error') };
    return { ...scripted(answers, { ...hooks, getToken: () => 'secret-token', ...more }), seen };
  };

  it('see each attempt once, with its number', async () => {
    const { client, seen } = watched([lost, problem(503, 'unavailable', now), fine()]);
    await client.carts.current();
    expect(seen.map(([name, { attempt, status }]) => [name, attempt, status])).toEqual([
      ['request', 1, undefined],
      ['error', 1, undefined],
      ['request', 2, undefined],
      ['error', 2, 503],
      ['request', 3, undefined],
      ['response', 3, 200],
    ]);
  });

  it('never see tokens, bodies or queries', async () => {
    const { client, seen } = watched([lost, problem(401, 'invalid_token')]);
    await client.products.list({ query: 'secret-query' }).then(undefined, () => undefined);
    await client.session
      .signIn({ email: 'secret@b.test', password: 'secret-password' })
      .catch(() => undefined);
    expect(seen.length).toBeGreaterThan(3);
    expect(inspect(seen, { depth: 20, showHidden: true })).not.toMatch(/secret/);
  });

  it('that throw change nothing', async () => {
    const fail = (): never => {
      throw new Error('A hook broke');
    };
    const { client, sent } = scripted([fine()], { onRequest: fail, onResponse: fail, onError: fail });
    await expect(client.carts.create({ name: 'Site' })).resolves.toBeDefined();
    expect(sent).toHaveLength(1);
  });
});

it.each<[string, Answer]>([
  ['a problem', problem(422, 'invalid_request')],
  ['a page', new Response('<html>', { status: 502 })],
  ['a lost connection', lost],
  ['nonsense', new Response('<html>')],
  ['silence', silence],
])('no error after %s tells the token or the password', async (_what, answer) => {
  const { client } = scripted([answer], { getToken: () => 'secret-token', retries: 1, timeout: 1500 });
  const password = 'secret-password';
  for (const call of [
    () => client.carts.current(),
    () => client.session.signIn({ email: 'a@b.test', password }),
  ]) {
    const error: unknown = await call().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(KontorError);
    expect(inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error)).not.toMatch(/secret/);
  }
});
