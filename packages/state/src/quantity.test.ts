import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  addQuantities,
  compareQuantities,
  isQuantity,
  multiplyQuantity,
  stepQuantity,
  subtractQuantities,
  tidyQuantity,
} from './quantity.js';

/** Millionths, and a text that means them: with or without trailing zeros. */
const quantity = fc
  .tuple(
    fc.bigInt({ min: 0n, max: 99_999_999n }),
    fc.integer({ min: 0, max: 6 }),
    fc.bigInt({ min: 0n, max: 999_999n }),
  )
  .map(([whole, digits, part]) => {
    const fraction = part.toString().padStart(6, '0').slice(0, digits);
    return {
      text: digits === 0 ? whole.toString() : `${whole.toString()}.${fraction}`,
      value: whole * 1_000_000n + BigInt(fraction.padEnd(6, '0')),
    };
  });
const positive = quantity.filter(({ value }) => value > 0n);
const valueOf = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0'));
};

describe('a quantity', () => {
  test('adds up exactly, whatever the digits', () => {
    fc.assert(
      fc.property(quantity, quantity, (left, right) => {
        expect(valueOf(addQuantities(left.text, right.text))).toBe(left.value + right.value);
      }),
    );
  });

  test('compares by value, not by text', () => {
    fc.assert(
      fc.property(quantity, quantity, (left, right) => {
        const expected = left.value < right.value ? -1 : left.value > right.value ? 1 : 0;
        expect(compareQuantities(left.text, right.text)).toBe(expected);
      }),
    );
  });

  test('is tidied without a change of value', () => {
    fc.assert(
      fc.property(quantity, ({ text, value }) => {
        const tidy = tidyQuantity(text);
        expect([isQuantity(tidy), valueOf(tidy)]).toEqual([true, value]);
        expect(tidy).not.toMatch(/\.\d*0$|\.$/);
      }),
    );
  });

  test('steps up to the next multiple that may be ordered', () => {
    fc.assert(
      fc.property(quantity, quantity, positive, (now, min, step) => {
        const next = valueOf(stepQuantity(now.text, { min: min.text, step: step.text, max: null }, 1));
        // The least multiple of the step that is above now and not below the minimum.
        expect(next % step.value).toBe(0n);
        expect(next > now.value && next >= min.value).toBe(true);
        expect(next - step.value <= now.value || next - step.value < min.value).toBe(true);
      }),
    );
  });

  test('steps down to the multiple before, or to nothing', () => {
    fc.assert(
      fc.property(quantity, quantity, positive, (now, min, step) => {
        const next = valueOf(stepQuantity(now.text, { min: min.text, step: step.text, max: null }, -1));
        if (next === 0n) return;
        expect(next % step.value).toBe(0n);
        expect(next < now.value && next >= min.value && next + step.value >= now.value).toBe(true);
      }),
    );
  });

  test('stays when a step would pass the maximum', () => {
    fc.assert(
      fc.property(quantity, positive, quantity, (now, step, max) => {
        const rule = { min: '0', step: step.text, max: max.text };
        const next = valueOf(stepQuantity(now.text, rule, 1));
        expect(next === now.value || next <= max.value).toBe(true);
      }),
    );
  });

  test('is not what a person may have meant', () => {
    for (const wrong of ['', '1,5', '-1', '1e3', '1.', '.5', '1.0000001', ' 1', 'NaN'])
      expect(isQuantity(wrong)).toBe(false);
  });
});

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(6, '0')}`);

describe('sums and ratios of quantities', () => {
  test('subtracts what was added, without losing a digit', () => {
    fc.assert(
      fc.property(decimal, decimal, (left, right) => {
        expect(compareQuantities(subtractQuantities(addQuantities(left, right), right), left)).toBe(0);
      }),
    );
  });

  test('never goes below nothing', () => {
    expect(subtractQuantities('1', '2.5')).toBe('0');
  });

  test.each([
    ['3', '2', '6'],
    ['0.1', '3', '0.3'],
    ['250', '0.2', '50'],
    ['1', '0.3333333', '0.333334'],
    ['7', '1', '7'],
  ])('takes %s by a ratio of %s for %s', (wanted, ratio, result) => {
    expect(multiplyQuantity(wanted, ratio)).toBe(result);
  });

  test.each(['0', '-1', '1e3', '', 'NaN'])('refuses the ratio %j', (ratio) => {
    expect(() => multiplyQuantity('1', ratio)).toThrow(RangeError);
  });
});
