import { expect, it } from 'vitest';

import { problem, scripted, silence, type Answer } from '../test/scripted.js';
import type { ClientOptions, Logger } from './options.js';

const lost = new TypeError('fetch failed');
const now = { 'retry-after': '0' };
const fine = (): Response => Response.json({ id: 'cart_1' }, { headers: { 'x-request-id': 'req_7' } });

function logged(answers: readonly Answer[], options: Partial<ClientOptions> = {}) {
  const lines: string[] = [];
  const at = (level: string) => (line: string) =>
    void lines.push(`${level} ${line.replace(/\d+ ms/, 'n ms')}`);
  const logger: Logger = { debug: at('debug'), warn: at('warn'), error: at('error') };
  return { ...scripted(answers, { logger, ...options }), lines };
}

it('writes one line of a finished call', async () => {
  const { client, lines } = logged([fine()]);
  await client.carts.current();
  expect(lines).toEqual(['debug GET /v1/carts/current 200 in n ms, attempt 1, request req_7']);
});

it('writes a line of each repetition', async () => {
  const { client, lines } = logged([lost, problem(503, 'unavailable', now), fine()]);
  await client.carts.current();
  expect(lines).toEqual([
    'warn GET /v1/carts/current TypeError in n ms, attempt 1, repeated',
    'warn GET /v1/carts/current 503 in n ms, attempt 2, repeated',
    'debug GET /v1/carts/current 200 in n ms, attempt 3, request req_7',
  ]);
});

it.each<[string, Answer, string]>([
  [
    'a refusal',
    problem(409, 'total_changed'),
    'warn GET /v1/carts/current 409 in n ms, attempt 1: total_changed',
  ],
  ['a failure', problem(500, 'internal'), 'error GET /v1/carts/current 500 in n ms, attempt 1: internal'],
  ['a lost connection', lost, 'error GET /v1/carts/current TypeError in n ms, attempt 1: ConnectionError'],
])('writes one line of %s, at its level', async (_what, answer, line) => {
  const { client, lines } = logged([answer], { retries: 0 });
  await client.carts.current().catch(() => undefined);
  expect(lines).toEqual([line]);
});

it('writes of a call that never left', async () => {
  const { client, lines } = logged([fine()], { getToken: () => Promise.reject(new Error('secret')) });
  await client.carts.current().catch(() => undefined);
  expect(lines).toEqual(['error GET /v1/carts/current: KontorError']);
});

it('takes an aborted call for no failure', async () => {
  const controller = new AbortController();
  const { client, lines } = logged([silence]);
  const calling = client.carts.current({ signal: controller.signal }).catch(() => undefined);
  setTimeout(() => controller.abort(), 1);
  await calling;
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['debug']);
});

it('never writes a token of address, body, headers or answer', async () => {
  const token = `kss_${'s3cr3t'.repeat(7)}`.slice(0, 44);
  const leaky: Answer[] = [
    () => Response.json({ id: token }, { headers: { 'set-cookie': `kontor_session=${token}` } }),
    problem(401, 'invalid_token'),
    () => Response.json({ code: 'invalid_token', title: token, detail: token }, { status: 422 }),
    new TypeError(`Cannot fetch https://b2b.example.com/?token=${token}`),
    () => new Response(`<p>${token}`),
  ];
  const lines: string[] = [];
  for (const answer of leaky) {
    const { client, lines: of } = logged([answer], { getToken: () => token, retries: 1 });
    const filters = { finish: [token] };
    for (const call of [
      () => client.products.list({ query: token, filters }),
      () => client.orders.get(token),
      () => client.session.signIn({ email: `${token}@b.test`, password: token }),
      () => client.session.resetPassword({ token, password: token }),
      () => client.carts.create({ name: token }, { idempotencyKey: token }),
    ])
      await Promise.resolve(call()).catch(() => undefined);
    lines.push(...of);
  }
  expect(lines.length).toBeGreaterThanOrEqual(25);
  expect(lines.join('\n')).not.toMatch(/s3cr3t/);
});

it('writes nothing without being asked, and fits the console', async () => {
  const options: Partial<ClientOptions> = { logger: console };
  expect(options.logger).toBe(console);
  const { client } = scripted([fine()]);
  await expect(client.carts.current()).resolves.toBeDefined();
});

it('survives a logger that throws', async () => {
  const fail = (): never => {
    throw new Error('The log is full');
  };
  const { client, sent } = scripted([fine()], { logger: { debug: fail, warn: fail, error: fail } });
  await expect(client.carts.create({ name: 'Site' })).resolves.toBeDefined();
  expect(sent).toHaveLength(1);
});
