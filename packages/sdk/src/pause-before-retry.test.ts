import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { AbortError, ApiError, ContractError } from './errors.js';
import { pauseBeforeRetry } from './pause-before-retry.js';

const lost = new TypeError('fetch failed');

describe('the pause before a retry', () => {
  it('grows with the attempts and never beyond eight seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const pause = pauseBeforeRetry({ failure: lost, retryAfter: null }, count);
        expect(pause).toBeGreaterThanOrEqual(0);
        expect(pause).toBeLessThanOrEqual(Math.min(8000, 300 * 2 ** (count - 1)));
      }),
    );
  });

  it('is what the gateway asks for, in seconds or by a date', () => {
    const pause = (retryAfter: string) => pauseBeforeRetry({ failure: lost, retryAfter }, 1);
    expect([pause('0'), pause('7'), pause(new Date(0).toUTCString())]).toEqual([0, 7000, 0]);
    const inAnHour = pause(new Date(Date.now() + 3_600_000).toUTCString());
    expect(Math.abs((inAnHour ?? 0) - 3_600_000)).toBeLessThan(2000);
  });

  it('goes its own way when the header says nothing', () => {
    expect(pauseBeforeRetry({ failure: lost, retryAfter: 'soon' }, 1)).toBeLessThanOrEqual(300);
  });

  it('does not come where repeating would not help', () => {
    for (const failure of [
      new ApiError(404, {}),
      new ApiError(500, {}),
      new AbortError(''),
      new ContractError(''),
    ])
      expect(pauseBeforeRetry({ failure, retryAfter: '1' }, 1)).toBeUndefined();
  });
});
