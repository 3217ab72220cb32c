import { expect, test, vi } from 'vitest';

import { useTestGateway } from '../test/test-gateway.js';
import { createBuyer } from '../test/buyer.js';
import { wellKnown } from './demo/ids.js';
import { createJobs } from './jobs.js';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const never = 2 ** 30;
const gateway = useTestGateway();

test('a job that is woken runs at once', async () => {
  const ran = vi.fn(() => Promise.resolve(false));
  const jobs = createJobs([{ name: 'seldom', every: never, run: ran }], log);
  jobs.wake('seldom');
  jobs.start();
  jobs.wake('seldom');
  jobs.wake('unknown');
  await expect.poll(() => ran.mock.calls.length).toBe(1);
  await jobs.stop();
});

test('a job that is woken while it runs runs once more', async () => {
  let end = (): void => undefined;
  const ran = vi.fn(() => new Promise<boolean>((resolve) => (end = () => resolve(false))));
  const jobs = createJobs([{ name: 'seldom', every: never, run: ran }], log);
  jobs.start();
  jobs.wake('seldom');
  await expect.poll(() => ran.mock.calls.length).toBe(1);
  jobs.wake('seldom');
  jobs.wake('seldom');
  end();
  await expect.poll(() => ran.mock.calls.length).toBe(2);
  const stopped = jobs.stop();
  end();
  await stopped;
  expect(ran).toHaveBeenCalledTimes(2);
});

test('a placed order wakes messages and documents after it is committed', async () => {
  const buyer = await createBuyer(gateway(), 'owner@stroymaster.example.test');
  const ready = await buyer.checkout([{ sku: wellKnown.tiers, quantity: '100' }]);
  const { jobs } = gateway().gateway;
  const found: Promise<unknown>[] = [];
  const wake = vi.spyOn(jobs, 'wake').mockImplementation(() => {
    const { system } = gateway().database.database;
    found.push(system.selectFrom('outbox').select('id').where('topic', '=', 'order.confirmation').execute());
  });
  const refused = await ready.place('a-key-of-a-refusal', { amount: '1.00', currency: 'RUB' });
  expect([refused.status, wake.mock.calls]).toEqual([409, []]);
  await ready.place('a-key-of-an-order');
  await ready.place('a-key-of-an-order');
  expect(wake.mock.calls.flat()).toEqual(['outbox', 'documents']);
  expect((await Promise.all(found)).map((rows) => (rows as unknown[]).length)).toEqual([1, 1]);
});
