import { operations, type Problem, type Session, type SignedIn } from '@kontor/contract';
import { expect, test } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { demoPassword } from '../../demo/users.js';

const { session } = operations;
const shop = 'https://shop.example.org';
const own = 'https://b2b.supplier.test';
const gateway = useTestGateway({
  settings: { publicUrl: own, origins: [shop, 'https://www.b2b.supplier.test'] },
});
const email = 'owner@stroymaster.example.test';

const signIn = async (origin: string | undefined, headers: Record<string, string> = {}) =>
  gateway().request<SignedIn & Problem>('POST', session.signIn.path, {
    body: { email, password: demoPassword, transport: 'cookie' },
    headers: { ...(origin === undefined ? {} : { origin }), ...headers },
  });
const cookieOf = (headers: Headers) => headers.get('set-cookie') ?? '';
const pairOf = (headers: Headers) => cookieOf(headers).split(';')[0] ?? '';

test('sets a strict cookie and tells no token', async () => {
  const { body, headers } = await signIn(own);
  expect(body.token).toBeNull();
  expect(cookieOf(headers)).toMatch(
    /^kontor_session=kss_[0-9a-z]{40}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/,
  );
});

test('lets a listed page of another site keep the cookie', async () => {
  expect(cookieOf((await signIn(shop)).headers)).toContain('SameSite=None; Secure');
  expect(cookieOf((await signIn('https://www.b2b.supplier.test')).headers)).toContain('SameSite=Lax; Secure');
});

test.each([undefined, 'https://evil.test', 'null', 'https://shop.example.org.evil.test'])(
  'gives the page %s no cookie',
  async (origin) => {
    const { status, body, headers } = await signIn(origin);
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'origin_not_allowed' });
    expect(headers.get('set-cookie')).toBeNull();
  },
);

test('recognises the person by the cookie', async () => {
  const cookie = pairOf((await signIn(own)).headers);
  const { body } = await gateway().request<Session>('GET', session.get.path, { headers: { cookie } });
  expect(body.person?.email).toBe(email);
});

test.each([undefined, 'https://evil.test'])('refuses a change by cookie from the page %s', async (origin) => {
  const cookie = pairOf((await signIn(own)).headers);
  const { status, body } = await gateway().request<Problem>('POST', session.setLocation.path, {
    body: { location: null },
    headers: { cookie, ...(origin === undefined ? {} : { origin }) },
  });
  expect({ status, code: body.code }).toEqual({ status: 403, code: 'origin_not_allowed' });
});

test('ends the session whose cookie is overwritten', async () => {
  const former = pairOf((await signIn(own)).headers);
  await signIn(own, { cookie: former });
  const { body } = await gateway().request<Session>('GET', session.get.path, { headers: { cookie: former } });
  expect(body.kind).toBe('visitor');
});

test('takes the cookie away at sign-out', async () => {
  const cookie = pairOf((await signIn(own)).headers);
  const { headers } = await gateway().request('POST', session.signOut.path, {
    headers: { cookie, origin: own },
  });
  expect(cookieOf(headers)).toMatch(/^kontor_session=; Path=\/; Max-Age=0;/);
  const { body } = await gateway().request<Session>('GET', session.get.path, { headers: { cookie } });
  expect(body.kind).toBe('visitor');
});

test('takes a stale cookie away from a visitor', async () => {
  const { status, headers } = await gateway().request('POST', session.signOut.path, {
    headers: { cookie: `kontor_session=kss_${'0'.repeat(40)}`, origin: own },
  });
  expect(status).toBe(204);
  expect(cookieOf(headers)).toContain('Max-Age=0');
});

test('rotates a cookie into a cookie', async () => {
  const cookie = pairOf((await signIn(own)).headers);
  const { body, headers } = await gateway().request<SignedIn>('POST', session.rotate.path, {
    headers: { cookie, origin: own },
  });
  expect(body.token).toBeNull();
  expect(pairOf(headers)).toMatch(/^kontor_session=kss_/);
  expect(pairOf(headers)).not.toBe(cookie);
});
