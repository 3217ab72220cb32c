import { operations, type Problem, type SignedIn } from '@kontor/contract';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { testTime } from '../../../test/test-time.js';
import { demoCompanies } from '../../demo/ids.js';

const { session } = operations;
const issuer = 'https://www.supplier.test';
const audience = 'kontor';
const secret = 'a shared secret of more than 32 bytes';
const jwksUrl = 'https://www.supplier.test/jwks.json';
const email = 'owner@stroymaster.example.test';
const key = new TextEncoder().encode(secret);
const now = Math.floor(testTime.getTime() / 1000);

const claims = (changes: JWTPayload = {}): JWTPayload => ({
  iss: issuer,
  aud: audience,
  sub: '42',
  email,
  jti: crypto.randomUUID(),
  iat: now,
  exp: now + 300,
  ...changes,
});
const sign = (
  changes: JWTPayload = {},
  signingKey: CryptoKey | Uint8Array = key,
  header = { alg: 'HS256' },
) => new SignJWT(claims(changes)).setProtectedHeader(header).sign(signingKey);

describe('by a shared secret', () => {
  const gateway = useTestGateway({ settings: { hostSignIn: { issuer, audience, key: { secret } } } });
  const exchange = async (token: string) =>
    gateway().request<SignedIn & Problem>('POST', session.exchange.path, { body: { token } });
  const without = (name: string): JWTPayload => ({ [name]: undefined });

  test('signs a member in', async () => {
    const { status, body } = await exchange(await sign({ email: email.toUpperCase() }));
    expect(status).toBe(200);
    expect(body.session).toMatchObject({
      kind: 'member',
      person: { email },
      context: { companyId: demoCompanies.stroymaster },
    });
  });

  test('selects the company by id or by external id', async () => {
    for (const company of [demoCompanies.metiz, `1c-${demoCompanies.metiz}`]) {
      const { body } = await exchange(await sign({ email: 'buyer2@stroymaster.example.test', company }));
      expect(body.session.context?.companyId).toBe(demoCompanies.metiz);
    }
  });

  test('counts a token once', async () => {
    const token = await sign();
    const answers = await Promise.all([exchange(token), exchange(token), exchange(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  test.each<[string, JWTPayload]>([
    ['without an end', without('exp')],
    ['without an id', without('jti')],
    ['without a subject', without('sub')],
    ['without an e-mail', without('email')],
    ['that has expired', { exp: now - 31 }],
    ['that begins later', { nbf: now + 31 }],
    ['that was made in the future', { iat: now + 31 }],
    ['that lives too long', { exp: now + 631 }],
    ['of another issuer', { iss: 'https://evil.test' }],
    ['for another audience', { aud: 'another' }],
    ['of an unknown person', { email: 'nobody@nowhere.test' }],
    ['of a removed member', { email: 'former@stroymaster.example.test' }],
    ["with somebody else's company", { company: demoCompanies.lokon }],
    ['with an unknown company', { company: 'cmp_unknown' }],
    ['with a company that is no text', { company: { id: demoCompanies.stroymaster } }],
  ])('refuses a token %s', async (_what, changes) => {
    const { status, body } = await exchange(await sign(changes));
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'invalid_token' });
  });

  test('refuses tokens without or with another signature', async () => {
    const wrongKey = new TextEncoder().encode('another secret of more than 32 bytes');
    const { privateKey } = await generateKeyPair('RS256');
    const valid = await sign();
    const tokens = [
      new UnsecuredJWT(claims()).encode(),
      await sign({}, wrongKey),
      await sign({}, privateKey, { alg: 'RS256' }),
      await sign({}, key, { alg: 'HS384' }),
      await sign({}, key, { alg: 'HS512' }),
      `${valid.slice(0, -4)}AAAA`,
      'not.a.token',
      '',
    ];
    for (const token of tokens) expect((await exchange(token)).status).toBe(401);
  });

  test('refuses staff, members or not', async () => {
    const viewer = 'viewer@stroymaster.example.test';
    expect((await exchange(await sign({ email: viewer }))).status).toBe(200);
    await gateway()
      .database.database.system.updateTable('person')
      .set({ staff_role: 'manager' })
      .where('email', '=', viewer)
      .execute();
    for (const staff of [viewer, 'admin@kontor.example.test'])
      expect((await exchange(await sign({ email: staff }))).status).toBe(401);
  });

  test('allows thirty seconds of difference between clocks', async () => {
    expect((await exchange(await sign({ exp: now - 29 }))).status).toBe(200);
    expect((await exchange(await sign({ nbf: now + 29 }))).status).toBe(200);
  });
});

describe('by a key set', () => {
  const pairs: Record<string, Awaited<ReturnType<typeof generateKeyPair>>> = {};
  const site = { calls: 0, isUp: true, kids: ['first'] };
  const gateway = useTestGateway({
    settings: { hostSignIn: { issuer, audience, key: { jwksUrl } } },
    deps: {
      fetch: async (url) => {
        site.calls += 1;
        if (!site.isUp || url !== jwksUrl) throw new TypeError('unreachable');
        const keys = await Promise.all(
          site.kids.map(async (kid) => ({ ...(await exportJWK(pairs[kid]!.publicKey)), kid, alg: 'RS256' })),
        );
        return Response.json({ keys });
      },
    },
  });
  beforeAll(async () => {
    for (const kid of ['first', 'second', 'foreign'])
      pairs[kid] = await generateKeyPair('RS256', { extractable: true });
  });
  const exchange = async (token: string) =>
    gateway().request<SignedIn & Problem>('POST', session.exchange.path, { body: { token } });
  const signBy = async (kid: string, named = kid) => {
    const time = Math.floor(gateway().clock.now().getTime() / 1000);
    return new SignJWT(claims({ iat: time, exp: time + 300 }))
      .setProtectedHeader({ alg: 'RS256', kid: named })
      .sign(pairs[kid]!.privateKey);
  };

  test('is told apart from an outage, which is tried again', async () => {
    site.isUp = false;
    expect((await exchange(await signBy('first'))).status).toBe(503);
    site.isUp = true;
    expect((await exchange(await signBy('first'))).status).toBe(200);
  });

  test('reads the set once for many tokens', async () => {
    const before = site.calls;
    for (let count = 0; count < 3; count += 1)
      expect((await exchange(await signBy('first'))).status).toBe(200);
    expect(site.calls).toBe(before);
  });

  test('refuses keys that are not in the set, and asks seldom for them', async () => {
    gateway().clock.advance(60_000);
    const before = site.calls;
    for (let count = 0; count < 5; count += 1)
      expect((await exchange(await signBy('foreign'))).status).toBe(401);
    expect((await exchange(await signBy('foreign', 'first'))).status).toBe(401);
    expect(site.calls).toBe(before + 1);
  });

  test('finds a new key when the site changes keys', async () => {
    site.kids = ['second'];
    gateway().clock.advance(60_000);
    expect((await exchange(await signBy('second'))).status).toBe(200);
    expect((await exchange(await signBy('first'))).status).toBe(401);
  });

  test('goes on with the known set for an hour of outage', async () => {
    site.isUp = false;
    gateway().clock.advance(30 * 60_000);
    expect((await exchange(await signBy('second'))).status).toBe(200);
    gateway().clock.advance(31 * 60_000);
    expect((await exchange(await signBy('second'))).status).toBe(503);
    site.isUp = true;
  });

  test('never takes a public key for a shared secret', async () => {
    const pem = new TextEncoder().encode(JSON.stringify(await exportJWK(pairs['second']!.publicKey)));
    const time = Math.floor(gateway().clock.now().getTime() / 1000);
    const token = await new SignJWT(claims({ iat: time, exp: time + 300 }))
      .setProtectedHeader({ alg: 'HS256', kid: 'second' })
      .sign(pem);
    expect((await exchange(token)).status).toBe(401);
  });
});

describe('switched off', () => {
  const gateway = useTestGateway();

  test('refuses every token', async () => {
    const { status } = await gateway().request('POST', session.exchange.path, {
      body: { token: await sign() },
    });
    expect(status).toBe(401);
  });
});
