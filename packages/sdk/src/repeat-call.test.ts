import { afterAll, beforeAll, expect, it, vi } from 'vitest';

import { problem, scripted } from '../test/scripted.js';

beforeAll(() => {
  vi.doMock('./repeat-call.js', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
});
afterAll(() => {
  vi.doUnmock('./repeat-call.js');
});

it.each([
  ['lost', new TypeError('fetch failed'), { name: 'ConnectionError' }],
  ['refused', problem(503, 'unavailable', { 'retry-after': '0' }), { name: 'ApiError', status: 503 }],
])('a call that was %s ends so where what repeats it cannot be loaded', async (_what, answer, failure) => {
  const { client, sent } = scripted([answer, Response.json({ id: 'cart_1' })]);
  await expect(client.carts.current()).rejects.toMatchObject(failure);
  expect(sent).toHaveLength(1);
});
