import { operations, type Problem, type Session, type SignedIn } from '@kontor/contract';
import { describe, expect, test } from 'vitest';

import { useTestGateway, type TestAnswer } from '../../../test/test-gateway.js';
import { demoAgreements, demoCompanies } from '../../demo/ids.js';
import { demoPassword } from '../../demo/users.js';
import { sha256 } from '../../identifiers.js';

const { session } = operations;
const owner = 'owner@stroymaster.example.test';
const gateway = useTestGateway({
  settings: { clientAddress: (request) => request.headers.get('x-test-address') ?? 'unknown' },
});

const signIn = async <Body = SignedIn>(body: object, headers: Record<string, string> = {}) =>
  gateway().request<Body>('POST', session.signIn.path, { body, headers });
const getSession = async (token?: string) => gateway().request<Session>('GET', session.get.path, { token });
const withoutRequestId = ({ body }: TestAnswer<Problem>) => ({ ...body, requestId: '' });

describe('signing in', () => {
  test('opens the only company under its default agreement', async () => {
    const { status, body } = await signIn({ email: owner.toUpperCase(), password: demoPassword });
    expect(status).toBe(200);
    expect(body.session).toMatchObject({
      kind: 'member',
      person: { email: owner },
      staff: null,
      companies: [{ id: demoCompanies.stroymaster, role: 'owner' }],
      context: {
        companyId: demoCompanies.stroymaster,
        agreementId: demoAgreements.stroymasterPrepaid,
        revision: 1,
      },
      can: { manageMembers: true },
    });
  });

  test('keeps only the hash of the token', async () => {
    const { body } = await signIn({ email: owner, password: demoPassword });
    const { system } = gateway().database.database;
    const rows = await system
      .selectFrom('session')
      .selectAll()
      .where('token_hash', '=', await sha256(body.token ?? ''))
      .execute();
    expect(rows).toHaveLength(1);
    expect(body.token).toMatch(/^kss_[0-9a-z]{40}$/);
    expect(JSON.stringify(rows)).not.toContain(body.token);
  });

  test('answers the same to every wrong claim', async () => {
    const { system } = gateway().database.database;
    await system
      .updateTable('person')
      .set({ password_hash: null })
      .where('id', '=', 'per_lokon-stylist')
      .execute();
    await system
      .updateTable('person')
      .set({ disabled_at: new Date(0) })
      .where('id', '=', 'per_lokon-accountant')
      .execute();
    const wrong = await signIn<Problem>({ email: owner, password: 'not the password' });
    expect(wrong.body).toMatchObject({ status: 401, code: 'invalid_credentials' });
    for (const email of [
      'nobody@nowhere.test',
      'stylist@lokon.example.test',
      'accountant@lokon.example.test',
    ])
      expect(withoutRequestId(await signIn<Problem>({ email, password: demoPassword }))).toEqual(
        withoutRequestId(wrong),
      );
  });

  test('gives staff the back office and no company', async () => {
    const { body } = await signIn({ email: 'admin@kontor.example.test', password: demoPassword });
    expect(body.session).toMatchObject({ kind: 'staff', staff: 'admin', companies: [], context: null });
  });

  test('leaves a person of two companies to choose', async () => {
    const { body } = await signIn({ email: 'buyer2@stroymaster.example.test', password: demoPassword });
    expect(body.session.companies.map(({ id }) => id).sort()).toEqual([
      demoCompanies.metiz,
      demoCompanies.stroymaster,
    ]);
    expect(body.session.context).toBeNull();
  });

  test('returns to the company that was last used', async () => {
    const email = 'buyer2@stroymaster.example.test';
    const token = await gateway().signIn(email);
    await gateway().request('POST', session.selectCompany.path, {
      token,
      body: { companyId: demoCompanies.metiz },
    });
    gateway().clock.advance(1000);
    const { body } = await signIn({ email, password: demoPassword });
    expect(body.session.context).toMatchObject({
      companyId: demoCompanies.metiz,
      agreementId: demoAgreements.metiz,
    });
  });

  test('shows a visitor as nobody', async () => {
    const { body } = await getSession();
    expect(body).toMatchObject({
      kind: 'visitor',
      person: null,
      companies: [],
      agreements: [],
      context: null,
    });
  });
});

describe('throttling', () => {
  test('refuses an address after ten failures, right passwords too', async () => {
    const email = 'owner@lokon.example.test';
    for (let guess = 0; guess < 10; guess += 1)
      expect((await signIn<Problem>({ email, password: `guess ${guess}` })).status).toBe(401);
    const refused = await signIn<Problem>({ email, password: demoPassword });
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    gateway().clock.advance(15 * 60_000);
    expect((await signIn({ email, password: demoPassword })).status).toBe(200);
  });

  test('lets no more than ten of parallel guesses through', async () => {
    const email = 'buyer@lokon.example.test';
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, guess) => signIn<Problem>({ email, password: `guess ${guess}` })),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(6);
  });

  test('refuses a client that guesses at many addresses', async () => {
    const headers = { 'x-test-address': '203.0.113.9' };
    const guess = (number: number) =>
      signIn<Problem>({ email: `someone${number}@nowhere.test`, password: 'guess' }, headers);
    for (let number = 0; number < 50; number += 1) expect((await guess(number)).status).toBe(401);
    expect((await guess(50)).status).toBe(429);
  });

  test('forgets failures after a success', async () => {
    const email = 'approver@lokon.example.test';
    for (let round = 0; round < 3; round += 1) {
      for (let guess = 0; guess < 6; guess += 1) await signIn<Problem>({ email, password: 'guess' });
      expect((await signIn({ email, password: demoPassword })).status).toBe(200);
    }
  });
});

describe('a session', () => {
  test('gets a new token at each sign-in', async () => {
    const first = await gateway().signIn(owner);
    expect(await gateway().signIn(owner)).not.toBe(first);
  });

  test('loses its old token when rotated', async () => {
    const token = await gateway().signIn(owner);
    const { body } = await gateway().request<SignedIn>('POST', session.rotate.path, { token });
    expect((await getSession(token)).status).toBe(401);
    expect((await getSession(body.token ?? '')).body.person?.email).toBe(owner);
  });

  test('ends at sign-out', async () => {
    const token = await gateway().signIn(owner);
    expect((await gateway().request('POST', session.signOut.path, { token })).status).toBe(204);
    expect((await getSession(token)).status).toBe(401);
  });

  test('ends after the days of the settings', async () => {
    const token = await gateway().signIn(owner);
    gateway().clock.advance(30 * 86_400_000 - 1000);
    expect((await getSession(token)).status).toBe(200);
    gateway().clock.advance(1000);
    expect((await getSession(token)).status).toBe(401);
  });

  test('ends at once for a disabled person', async () => {
    const token = await gateway().signIn('owner@metiz.example.test');
    await gateway()
      .database.database.system.updateTable('person')
      .set({ disabled_at: gateway().clock.now() })
      .where('email', '=', 'owner@metiz.example.test')
      .execute();
    expect((await getSession(token)).status).toBe(401);
  });

  test('notes its use at most every five minutes', async () => {
    const token = await gateway().signIn(owner);
    const lastSeen = async () => {
      await gateway().gateway.jobs.settle();
      const { system } = gateway().database.database;
      const row = await system
        .selectFrom('session')
        .select('last_seen_at as at')
        .where('token_hash', '=', await sha256(token))
        .executeTakeFirstOrThrow();
      return row.at?.getTime();
    };
    const opened = gateway().clock.now().getTime();
    gateway().clock.advance(4 * 60_000);
    await getSession(token);
    expect(await lastSeen()).toBe(opened);
    gateway().clock.advance(60_000);
    await getSession(token);
    await expect.poll(lastSeen).toBe(gateway().clock.now().getTime());
  });
});

test('writes no address, name or secret into logs and audit', async () => {
  const token = await gateway().signIn(owner);
  await signIn<Problem>({ email: 'secret.person@nowhere.test', password: 'guess-of-a-password' });
  const rows = await gateway().database.database.system.selectFrom('audit_entry').selectAll().execute();
  const text = JSON.stringify(rows) + gateway().logged.join('\n');
  expect(rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['session.opened', 'session.refused', 'session.ended']),
  );
  for (const secret of [token, 'secret.person', 'guess-of-a-password', owner, demoPassword])
    expect(text).not.toContain(secret);
});
