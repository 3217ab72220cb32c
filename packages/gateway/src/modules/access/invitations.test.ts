import { operations, type Member, type Page, type Problem, type SignedIn } from '@kontor/contract';
import { describe, expect, test } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { demoCompanies } from '../../demo/ids.js';
import { demoPassword } from '../../demo/users.js';
import { meetingPasswords } from './meeting-passwords.test-data.js';

const { session, company } = operations;
const meeting = meetingPasswords();
const gateway = useTestGateway({ deps: { passwords: meeting.passwords } });
const owner = 'owner@stroymaster.example.test';

const linkOf = (text = '') => /token=(kin_[0-9a-z]{40})/.exec(text)?.[1] ?? '';
const lettersTo = (address: string) => gateway().letters.filter(({ to }) => to === address);
/** Invites as the owner and answers the secret of the letter. */
const invite = async (email: string, role = 'buyer', headers = {}) => {
  const token = await gateway().signIn(owner);
  const before = lettersTo(email).length;
  const answer = await gateway().request<Member>('POST', company.inviteMember.path, {
    token,
    body: { email, name: 'Новый Коллега', role },
    headers,
  });
  await gateway().gateway.jobs.settle();
  if (answer.status === 201) expect(lettersTo(email)).toHaveLength(before + 1);
  return { ...answer, secret: linkOf(lettersTo(email).at(-1)?.text) };
};
const accept = async (token: string, password: string, name = 'Новый Коллега') =>
  gateway().request<SignedIn & Problem>('POST', session.acceptInvitation.path, {
    body: { token, name, password },
  });
const hashOf = async (email: string) => {
  const { system } = gateway().database.database;
  const row = await system
    .selectFrom('person')
    .select('password_hash as hash')
    .where('email', '=', email)
    .executeTakeFirst();
  return row?.hash;
};

describe('an invitation', () => {
  test('makes a new person a member and signs them in', async () => {
    const { secret } = await invite('new@stroymaster.example.test', 'requester');
    const { status, body } = await accept(secret, 'my own password');
    expect(status).toBe(200);
    expect(body.session).toMatchObject({
      person: { name: 'Новый Коллега', email: 'new@stroymaster.example.test' },
      context: { companyId: demoCompanies.stroymaster },
      can: { seePrices: 'none', placeOrders: false },
    });
  });

  test('is accepted once', async () => {
    const { secret } = await invite('once@stroymaster.example.test');
    meeting.expect(2);
    const answers = await Promise.all([accept(secret, 'my own password'), accept(secret, 'my own password')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await accept(secret, 'my own password')).status).toBe(401);
  });

  test('expires after seven days', async () => {
    const { secret } = await invite('late@stroymaster.example.test');
    gateway().clock.advance(7 * 86_400_000);
    expect((await accept(secret, 'my own password')).body.code).toBe('invalid_token');
  });

  test('lets a known person join with their own password only', async () => {
    const email = 'buyer@uralprom.example.test';
    const { secret } = await invite(email, 'viewer');
    const before = await hashOf(email);
    expect((await accept(secret, 'password of a thief')).body.code).toBe('invalid_credentials');
    const { body } = await accept(secret, demoPassword, 'Другое Имя');
    expect(body.session.companies).toHaveLength(2);
    expect(body.session.person?.name).toBe('Борис Уралов');
    expect(await hashOf(email)).toBe(before);
  });

  test('gives a known person without a password one', async () => {
    const email = 'buyer@hansa.example.test';
    const { system } = gateway().database.database;
    await system.updateTable('person').set({ password_hash: null }).where('email', '=', email).execute();
    const { secret } = await invite(email, 'viewer');
    expect((await accept(secret, 'my first password')).status).toBe(200);
    expect(await hashOf(email)).toMatch(/^\$argon2id\$/);
  });

  test('brings a removed member back under the same id', async () => {
    const { secret } = await invite('former@stroymaster.example.test', 'viewer');
    const { body } = await accept(secret, demoPassword);
    expect(body.session.companies).toMatchObject([{ id: demoCompanies.stroymaster, role: 'viewer' }]);
    expect(body.session.context?.memberId).toBe('mbr_stroymaster-former');
  });

  test('cannot be had twice by a member', async () => {
    expect((await invite('buyer@stroymaster.example.test')).body).toMatchObject({ code: 'already_exists' });
  });

  test('is renewed when sent again and the former link dies', async () => {
    const first = await invite('again@stroymaster.example.test');
    const second = await invite('again@stroymaster.example.test', 'viewer');
    expect(second.body).toMatchObject({ id: first.body.id, role: 'viewer' });
    expect((await accept(first.secret, 'my own password')).status).toBe(401);
    expect((await accept(second.secret, 'my own password')).status).toBe(200);
  });

  test('is worthless after it was taken back', async () => {
    const { body, secret } = await invite('unwanted@stroymaster.example.test');
    const token = await gateway().signIn(owner);
    const listed = async () => {
      const page = await gateway().request<Page<Member>>('GET', company.listMembers.path, { token });
      return page.body.items.find(({ id }) => id === body.id)?.status;
    };
    expect(await listed()).toBe('invited');
    await gateway().request('DELETE', `/v1/company/members/${body.id}`, { token });
    expect(await listed()).toBeUndefined();
    expect((await accept(secret, 'my own password')).status).toBe(401);
  });

  test('goes out once for one idempotency key', async () => {
    const email = 'keyed@stroymaster.example.test';
    const headers = { 'idempotency-key': 'invite-a-colleague-once' };
    await invite(email, 'buyer', headers);
    const token = await gateway().signIn(owner);
    const body = { email, name: 'Новый Коллега', role: 'buyer' };
    const { status } = await gateway().request('POST', company.inviteMember.path, { token, body, headers });
    expect(status).toBe(201);
    expect(lettersTo(email)).toHaveLength(1);
  });
});
