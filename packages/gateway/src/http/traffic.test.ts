import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { createTraffic, type Traffic } from './traffic.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A request that is answered when its end is called. */
function open(traffic: Traffic) {
  let end = (_error?: Error): void => undefined;
  const answered = traffic.count(
    () =>
      new Promise<void>((resolve, reject) => {
        end = (error) => {
          if (error) reject(error);
          else resolve();
        };
      }),
  );
  return { end: (error?: Error) => end(error), answered };
}

/** Asks for a pause; answers whether it has come after so many milliseconds more. */
function pause(traffic: Traffic, longest: number): (after: number) => Promise<boolean> {
  let hasCome = false;
  void traffic.pause(longest).then(() => (hasCome = true));
  return async (after) => {
    await vi.advanceTimersByTimeAsync(after);
    return hasCome;
  };
}

test('nobody to wait for', async () => {
  expect(await pause(createTraffic(), 1000)(1)).toBe(true);
});

test('a request that comes with the pause is waited for', async () => {
  const traffic = createTraffic();
  const hasCome = pause(traffic, 1000);
  open(traffic);
  expect(await hasCome(500)).toBe(false);
});

test('the pause comes when the last answer is on its way', async () => {
  const traffic = createTraffic();
  const [one, two] = [open(traffic), open(traffic)];
  const hasCome = pause(traffic, 1000);
  one.end();
  const before = await hasCome(5);
  two.end();
  expect([before, await hasCome(0), await hasCome(1)]).toEqual([false, false, true]);
});

test('a request that fails is answered too', async () => {
  const traffic = createTraffic();
  const request = open(traffic);
  const hasCome = pause(traffic, 1000);
  request.end(new Error('lost'));
  await expect(request.answered).rejects.toThrow('lost');
  expect(await hasCome(1)).toBe(true);
});

test('among many requests work goes on after its longest wait', async () => {
  const traffic = createTraffic();
  open(traffic);
  const hasCome = pause(traffic, 100);
  expect([await hasCome(99), await hasCome(5)]).toEqual([false, true]);
});
