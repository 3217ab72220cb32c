import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addQuantities, compareQuantities, multiplyQuantity, subtractQuantities } from './quantity.js';

const quantity = fc
  .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(6, '0')}`);

describe('quantities', () => {
  it('subtracts what was added, without losing a digit', () => {
    fc.assert(
      fc.property(quantity, quantity, (left, right) => {
        expect(compareQuantities(subtractQuantities(addQuantities(left, right), right), left)).toBe(0);
      }),
    );
  });

  it('never goes below nothing', () => {
    expect(subtractQuantities('1', '2.5')).toBe('0');
  });

  it.each([
    ['3', '2', '6'],
    ['0.1', '3', '0.3'],
    ['250', '0.2', '50'],
    ['1', '0.3333333', '0.333334'],
    ['7', '1', '7'],
  ])('takes %s by a ratio of %s for %s', (wanted, ratio, result) => {
    expect(multiplyQuantity(wanted, ratio)).toBe(result);
  });

  it.each(['0', '-1', '1e3', '', 'NaN'])('refuses the ratio %j', (ratio) => {
    expect(() => multiplyQuantity('1', ratio)).toThrow(RangeError);
  });
});
