import { afterEach, describe, expect, it } from 'vitest';

import { useTestGateway } from '../../../test/test-gateway.js';
import { enqueue } from './service.js';
import type { Deliver } from './types.js';
import { createOutboxWorker, type OutboxWork } from './worker.js';

const gateway = useTestGateway();
const system = () => gateway().database.database.system;
const topics = ['test.slow'];

const write = async (...keys: string[]) => {
  for (const key of keys)
    await enqueue(
      { db: system(), now: gateway().clock.now() },
      { topic: 'test.slow', key, channel: { kind: 'email', to: 'a@b.test' }, payload: { key } },
    );
};
/** A worker like another gateway's; `real` lets its leases run out by the real clock. */
const worker = (deliver: Deliver, more: Partial<OutboxWork> & { real?: boolean } = {}) => {
  const { real = false, ...work } = more;
  const clock = real ? { now: () => new Date() } : gateway().clock;
  const deps = { ...gateway().deps, clock };
  return createOutboxWorker(deps, { name: 'test', topics, deliver, keepsDelivered: true, ...work });
};
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const left = async () =>
  system().selectFrom('outbox').selectAll().where('topic', '=', 'test.slow').orderBy('id').execute();

afterEach(async () => {
  await system().deleteFrom('outbox').where('topic', '=', 'test.slow').execute();
});

describe('two workers on one database', () => {
  it('send no message twice, however slow the receiver', async () => {
    await write('1', '2', '3', '4', '5', '6');
    const sent: unknown[] = [];
    const slowly: Deliver = async ({ payload }) => {
      sent.push((payload as { key: string }).key);
      // Twice as long as a lease.
      await pause(600);
    };
    const runAll = async () => {
      const { run } = worker(slowly, { lease: 300, real: true });
      // To the end: what the other still sends is not free either.
      while ((await left()).some(({ delivered_at }) => delivered_at === null)) {
        await run();
        await pause(10);
      }
    };
    await Promise.all([runAll(), runAll()]);
    expect([...sent].sort()).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('hold no more than what each sends', async () => {
    await write('1', '2', '3');
    let release = (): void => undefined;
    const waiting = worker(() => new Promise<void>((resolve) => (release = resolve))).run();
    await expect.poll(async () => (await left()).filter((row) => row.locked_until).length).toBe(1);
    const others: unknown[] = [];
    const { run } = worker(({ payload }) => Promise.resolve(void others.push(payload)));
    while (await run());
    expect(others).toEqual([{ key: '2' }, { key: '3' }]);
    release();
    await waiting;
  });
});

it('sends again what a dead worker held', async () => {
  await write('1');
  // It dies amid its work: nothing that comes after is ever done.
  void worker(() => new Promise(() => undefined)).run();
  await expect.poll(async () => (await left())[0]?.locked_until).toBeTruthy();
  const sent: unknown[] = [];
  const { run } = worker(({ payload }) => Promise.resolve(void sent.push(payload)));
  expect([await run(), sent]).toEqual([false, []]);
  gateway().clock.advance(60_000);
  expect([await run(), sent]).toEqual([true, [{ key: '1' }]]);
});

it('deletes what was delivered where nothing should stay', async () => {
  await write('1');
  await worker(() => Promise.resolve(), { keepsDelivered: false }).run();
  expect(await left()).toEqual([]);
});

it('leaves topics of others alone', async () => {
  await write('1');
  expect(await worker(() => Promise.resolve(), { topics: ['test.other'] }).run()).toBe(false);
});

it('gives a message up after its last attempt', async () => {
  await write('1');
  const { run } = worker(() => Promise.reject(new Error('The mail server is away')));
  while ((await left())[0]?.failed_at === null) {
    await run();
    gateway().clock.advance(8 * 3_600_000);
  }
  expect((await left())[0]).toMatchObject({ attempts: 13, last_error: 'The mail server is away' });
  expect(await run()).toBe(false);
});
