import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addQuantities, applyRule, isMore, type Rule } from './ordering-rule.js';

const micro = (units: number) => (units / 1_000_000).toFixed(6).replace(/\.?0+$/, '');
const quantity = fc.integer({ min: 1, max: 2_000_000_000 }).map((units) => micro(units));
const rule: fc.Arbitrary<Rule> = fc.record({
  min: quantity,
  step: quantity,
  max: fc.option(quantity, { nil: null }),
});
const isMultiple = (value: string, step: string) =>
  Math.round(Number(value) * 1e6) % Math.round(Number(step) * 1e6) === 0;

describe('applyRule', () => {
  it.each([
    ['12', { min: '20', step: '20', max: null }, { quantity: '20', reason: 'notMultiple', rule: '20' }],
    ['40', { min: '20', step: '20', max: null }, { quantity: '40' }],
    ['3', { min: '50', step: '10', max: null }, { quantity: '50', reason: 'belowMinimum', rule: '50' }],
    ['250', { min: '100', step: '100', max: null }, { quantity: '300', reason: 'notMultiple', rule: '100' }],
    ['999', { min: '1', step: '5', max: '52' }, { quantity: '50', reason: 'aboveMaximum', rule: '50' }],
    ['0.3', { min: '0.5', step: '0.5', max: null }, { quantity: '0.5', reason: 'notMultiple', rule: '0.5' }],
    ['1.000000', { min: '1', step: '1', max: null }, { quantity: '1' }],
  ] as const)('turns %s under %o into %o', (asked, given, expected) => {
    expect(applyRule(asked, given)).toEqual(expected);
  });

  it('gives multiples between the bounds', () => {
    fc.assert(
      fc.property(quantity, rule, (asked, given) => {
        const { quantity: got } = applyRule(asked, given);
        expect(isMultiple(got, given.step)).toBe(true);
        if (given.max !== null) expect(isMore(got, given.max)).toBe(false);
        else expect(isMore(given.min, got)).toBe(false);
      }),
    );
  });

  it('never changes what it has given', () => {
    fc.assert(
      fc.property(quantity, rule, (asked, given) => {
        const once = applyRule(asked, given);
        fc.pre(once.quantity !== '0');
        expect(applyRule(once.quantity, given)).toEqual({ quantity: once.quantity });
      }),
    );
  });

  it('gives less than one step more than what was asked', () => {
    fc.assert(
      fc.property(quantity, quantity, (asked, step) => {
        const { quantity: got } = applyRule(asked, { min: step, step, max: null });
        expect(isMore(got, addQuantities(asked, step))).toBe(false);
        expect(isMore(asked, got)).toBe(false);
      }),
    );
  });
});
