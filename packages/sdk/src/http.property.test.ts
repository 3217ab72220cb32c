import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { broken, problem, scripted } from '../test/scripted.js';
import { isKontorError } from './errors.js';
// Loaded while the clock still goes.
import './repeat-call.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What the network may do to one attempt: before the gateway gets it, or after it has done its work. */
const fate = fc.constantFrom('fine', 'lost before', 'lost after', 'busy', 'broken body', 'still running');

it('a keyed change is done at most once, whatever the network does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { maxLength: 6 }), fc.nat({ max: 4 }), async (fates, retries) => {
      const done = new Map<string, string>();
      let attempt = 0;
      const { client, sent } = scripted(
        [
          (request) => {
            const what = fates[attempt] ?? 'fine';
            attempt += 1;
            if (what === 'lost before') throw new TypeError('fetch failed');
            if (what === 'busy') return problem(503, 'unavailable');
            const key = request.headers.get('idempotency-key') ?? '';
            const order = done.get(key) ?? `order-${String(done.size + 1)}`;
            done.set(key, order);
            if (what === 'still running') return problem(409, 'idempotency_key_in_progress');
            if (what === 'lost after') throw new TypeError('terminated');
            if (what === 'broken body') return broken();
            return Response.json({ id: order });
          },
        ],
        { retries },
      );
      const placing = client.checkout
        .place('chk_1', { amount: '1.00', currency: 'RUB' }, { timeout: 120_000 })
        .catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(60_000);
      const answer = await placing;
      const firstFine = Array.from({ length: retries + 1 }, (_, index) => fates[index] ?? 'fine').indexOf(
        'fine',
      );
      expect(done.size).toBeLessThanOrEqual(1);
      expect(new Set(sent.map(({ body, headers }) => body + headers.get('idempotency-key')!)).size).toBe(1);
      expect(sent).toHaveLength(firstFine < 0 ? retries + 1 : firstFine + 1);
      if (firstFine < 0) expect(isKontorError(answer)).toBe(true);
      else expect(answer).toEqual({ id: 'order-1' });
    }),
    { numRuns: 200 },
  );
});
