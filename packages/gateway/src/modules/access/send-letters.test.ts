import { operations, type Problem } from '@kontor/contract';
import { afterEach, describe, expect, test } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { createGateway } from '../../gateway.js';
import type { Letter } from '../../ports.js';

const { session, company } = operations;
const owner = 'owner@stroymaster.example.test';

let isDown = false;
const tried: Letter[] = [];
const sent: Letter[] = [];
const gateway = useTestGateway({
  deps: {
    mailer: {
      send(letter) {
        tried.push(letter);
        if (isDown) return Promise.reject(new Error('The mail server is away'));
        return Promise.resolve(void sent.push(letter));
      },
    },
  },
});
afterEach(() => {
  isDown = false;
});

const system = () => gateway().database.database.system;
const ask = async (email: string) =>
  gateway().request<Problem>('POST', session.requestPasswordReset.path, { body: { email } });
const invite = async (email: string) =>
  gateway().request('POST', company.inviteMember.path, {
    token: await gateway().signIn(owner),
    body: { email, name: 'Новый Коллега', role: 'buyer' },
  });
const waiting = async () =>
  system().selectFrom('outbox').selectAll().where('topic', 'like', 'access.%').orderBy('id').execute();
const lettersTo = (address: string) => sent.filter(({ to }) => to === address);
const secretOf = (letter?: Letter) => /token=(k\w\w_[0-9a-z]{40})/.exec(letter?.text ?? '')?.[1] ?? '';

describe('a letter with a link', () => {
  test.each([
    ['of a reset', ask, 'buyer@stroymaster.example.test'],
    ['of an invitation', invite, 'patient@stroymaster.example.test'],
  ])('%s is sent again until it was taken', async (_what, request, address) => {
    isDown = true;
    await request(address);
    await gateway().gateway.jobs.settle();
    expect([tried.some(({ to }) => to === address), lettersTo(address)]).toEqual([true, []]);
    isDown = false;
    gateway().clock.advance(5000);
    await gateway().gateway.jobs.settle();
    expect(lettersTo(address)).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  test('leaves after the gateway that wrote it has died', async () => {
    const address = 'later@stroymaster.example.test';
    await invite(address);
    const another = createGateway(gateway().deps);
    await another.jobs.settle();
    await another.close();
    const accepted = await gateway().request('POST', session.acceptInvitation.path, {
      body: { token: secretOf(lettersTo(address)[0]), name: 'Новый', password: 'my own password' },
    });
    expect(accepted.status).toBe(200);
  });

  test('waits without a secret in the database', async () => {
    isDown = true;
    await ask('viewer@stroymaster.example.test');
    await invite('secret@stroymaster.example.test');
    await gateway().gateway.jobs.settle();
    const secrets = tried.map(secretOf);
    expect(secrets.at(-1)).toHaveLength(44);
    const rows = JSON.stringify([
      await waiting(),
      await system().selectFrom('audit_entry').selectAll().execute(),
      await system().selectFrom('invitation').selectAll().execute(),
      gateway().logged,
    ]);
    expect(secrets.filter((secret) => rows.includes(secret))).toEqual([]);
  });

  test('is written the same way for an unknown address', async () => {
    await gateway().gateway.jobs.settle();
    const before = (await waiting()).length;
    await ask('nobody@nowhere.test');
    await ask('accountant@lokon.example.test');
    const [unknown, known] = (await waiting()).slice(before);
    expect({ ...unknown, id: 0, dedup_key: '', channel: '' }).toEqual({
      ...known,
      id: 0,
      dedup_key: '',
      channel: '',
    });
    await gateway().gateway.jobs.settle();
    expect(lettersTo('nobody@nowhere.test')).toEqual([]);
    expect(lettersTo('accountant@lokon.example.test')).toHaveLength(1);
  });

  test('is not sent when it comes too late to be of use', async () => {
    const [late, accepted] = ['approver@lokon.example.test', 'withdrawn@stroymaster.example.test'];
    await ask(late);
    await invite(accepted);
    await system().updateTable('invitation').set({ expires_at: gateway().clock.now() }).execute();
    gateway().clock.advance(3_600_000);
    await gateway().gateway.jobs.settle();
    expect([...lettersTo(late), ...lettersTo(accepted)]).toEqual([]);
    expect(await waiting()).toEqual([]);
  });
});
