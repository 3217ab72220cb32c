import { operations, type Problem, type SignedIn } from '@kontor/contract';
import { describe, expect, test } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { demoPassword } from '../../demo/users.js';
import { meetingPasswords } from './meeting-passwords.test-data.js';

const { session } = operations;
const meeting = meetingPasswords();
const gateway = useTestGateway({
  deps: { passwords: meeting.passwords },
  settings: { clientAddress: (request) => request.headers.get('x-test-address') ?? 'unknown' },
});
const email = 'owner@stroymaster.example.test';
const statusOf = async (token: string) =>
  (await gateway().request('GET', session.get.path, { token })).status;
const signIn = async (address: string, password: string) =>
  gateway().request<SignedIn & Problem>('POST', session.signIn.path, { body: { email: address, password } });
const ask = async (address: string, headers = {}) =>
  gateway().request<Problem>('POST', session.requestPasswordReset.path, {
    body: { email: address },
    headers,
  });
const reset = async (token: string, password: string) =>
  gateway().request<Problem>('POST', session.resetPassword.path, { body: { token, password } });
const linkOf = (text = '') => /token=(krs_[0-9a-z]{40})/.exec(text)?.[1] ?? '';
/** Lets letters leave and answers the last one to an address. */
const letterTo = async (address: string, count = 1) => {
  await gateway().gateway.jobs.settle();
  const letters = gateway().letters.filter(({ to }) => to === address);
  expect(letters).toHaveLength(count);
  return letters.at(-1);
};

describe('changing the password', () => {
  test('ends every other session and keeps this one', async () => {
    const [here, elsewhere] = [await gateway().signIn(email), await gateway().signIn(email)];
    const { status } = await gateway().request('POST', session.changePassword.path, {
      token: here,
      body: { current: demoPassword, password: 'another password' },
    });
    expect(status).toBe(204);
    expect([await statusOf(here), await statusOf(elsewhere)]).toEqual([200, 401]);
    expect((await signIn(email, demoPassword)).status).toBe(401);
    expect((await signIn(email, 'another password')).status).toBe(200);
  });

  test('needs the present one', async () => {
    const token = await gateway().signIn('owner@lokon.example.test');
    const { status, body } = await gateway().request<Problem>('POST', session.changePassword.path, {
      token,
      body: { current: 'not the password', password: 'another password' },
    });
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'invalid_credentials' });
  });

  test('is refused after too many guesses', async () => {
    const token = await gateway().signIn('buyer@lokon.example.test');
    const guess = async () =>
      gateway().request('POST', session.changePassword.path, {
        token,
        body: { current: 'guess', password: 'another password' },
      });
    for (let count = 0; count < 10; count += 1) expect((await guess()).status).toBe(401);
    expect((await guess()).status).toBe(429);
  });
});

describe('resetting the password', () => {
  test('works once by the link of the letter and ends all sessions', async () => {
    const address = 'owner@metiz.example.test';
    const token = await gateway().signIn(address);
    expect((await ask(address)).status).toBe(202);
    const secret = linkOf((await letterTo(address))?.text);
    expect((await reset(secret, 'a new password')).status).toBe(204);
    expect(await statusOf(token)).toBe(401);
    expect((await signIn(address, 'a new password')).status).toBe(200);
    expect((await reset(secret, 'yet another one')).body.code).toBe('invalid_token');
  });

  test('works for one of two parallel tries', async () => {
    const address = 'accountant@lokon.example.test';
    await ask(address);
    const secret = linkOf((await letterTo(address))?.text);
    meeting.expect(2);
    const answers = await Promise.all([
      reset(secret, 'the first password'),
      reset(secret, 'the second password'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
  });

  test('makes older links worthless', async () => {
    const address = 'approver@lokon.example.test';
    await ask(address);
    const older = linkOf((await letterTo(address))?.text);
    await ask(address);
    const newer = linkOf((await letterTo(address, 2))?.text);
    await reset(newer, 'a new password');
    expect((await reset(older, 'yet another one')).status).toBe(401);
  });

  test('does not work after an hour', async () => {
    const address = 'requester@lokon.example.test';
    await ask(address);
    const secret = linkOf((await letterTo(address))?.text);
    gateway().clock.advance(3_600_000);
    expect((await reset(secret, 'a new password')).body.code).toBe('invalid_token');
  });

  test('answers the same for an unknown address and writes to nobody', async () => {
    const before = gateway().letters.length;
    const unknown = await ask('nobody@nowhere.test');
    const known = await ask(email);
    expect({ status: unknown.status, text: unknown.text }).toEqual({
      status: known.status,
      text: known.text,
    });
    await letterTo(email);
    expect(gateway().letters.length).toBe(before + 1);
  });

  test.each([
    ['buyer@hansa.example.test', 'neues Passwort'],
    ['buyer@dnipro.example.test', 'новий пароль'],
    ['viewer@stroymaster.example.test', 'новый пароль'],
  ])('writes to %s in their language', async (address, subject) => {
    await ask(address);
    expect((await letterTo(address))?.subject).toContain(subject);
  });

  test('sends no more than five letters an hour', async () => {
    const headers = { 'x-test-address': '203.0.113.7' };
    for (let count = 0; count < 5; count += 1)
      expect((await ask('nobody2@nowhere.test', headers)).status).toBe(202);
    expect((await ask('nobody2@nowhere.test', headers)).status).toBe(429);
  });

  test('keeps neither the link in the database nor in the log', async () => {
    const address = 'buyer2@lokon.example.test';
    await ask(address);
    const secret = linkOf((await letterTo(address))?.text);
    const { system } = gateway().database.database;
    const rows = await system.selectFrom('password_reset').selectAll().execute();
    const audit = await system.selectFrom('audit_entry').selectAll().execute();
    expect(JSON.stringify([rows, audit, gateway().logged])).not.toContain(secret);
    expect(secret).toHaveLength(44);
  });
});
