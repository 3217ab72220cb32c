import type { DocumentLine } from '@kontor/commerceml';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { add, decimal, decimalText, plain, zero } from '../../../money/decimal.js';
import { spreadDiscounts, sumOf } from './line-sums.js';
import { deliveryLineId } from './order-document.js';

const line = (id: string, total: string) => ({ id, total, quantity: '1' }) as unknown as DocumentLine;
const off = (amount: string, isIncluded?: boolean) =>
  ({ amount, isIncluded, name: undefined, percent: undefined, comment: undefined }) as const;

const sums = (lines: readonly DocumentLine[] | undefined): string[] | undefined =>
  lines?.map((each) => plain(sumOf(each)));
const sumsOf = (cents: readonly number[]): DocumentLine[] =>
  cents.map((each, index) => line(String(index), (each / 100).toFixed(2)));

describe('a discount of a whole document', () => {
  it('is taken off goods by their part and not off delivery', () => {
    const lines = [line('a', '300'), line('b', '100'), line(deliveryLineId, '50')];
    const spread = spreadDiscounts(lines, { discounts: [off('40', false)], total: undefined }, 2);
    expect(sums(spread)).toEqual(['270', '90', '50']);
  });

  it.each([
    ['that the lines contain', off('40', true), '400', ['300', '100']],
    ['whose sum says that they do', off('40'), '400', ['300', '100']],
    ['whose sum says that they do not', off('40'), '360', ['270', '90']],
  ])('%s', (_name, discount, total, expected) => {
    const lines = [line('a', '300'), line('b', '100')];
    expect(sums(spreadDiscounts(lines, { discounts: [discount], total }, 2))).toEqual(expected);
  });

  it('larger than the goods is refused', () => {
    expect(
      spreadDiscounts([line('a', '10')], { discounts: [off('11', false)], total: '0' }, 2),
    ).toBeUndefined();
  });

  it('adds up to the last cent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 20 }),
        fc.nat(1_000_000),
        (cents, wanted) => {
          const whole = cents.reduce((sum, each) => sum + each, 0);
          const discount = Math.min(wanted, whole);
          const told = { discounts: [off((discount / 100).toFixed(2), false)], total: undefined };
          const spread = spreadDiscounts(sumsOf(cents), told, 2) ?? [];
          const left = spread.reduce((sum, each) => add(sum, sumOf(each)), zero);
          expect(plain(left)).toBe(plain(decimal(((whole - discount) / 100).toFixed(2))));
          expect(spread.every((each) => !decimalText(sumOf(each)).startsWith('-'))).toBe(true);
        },
      ),
    );
  });
});
