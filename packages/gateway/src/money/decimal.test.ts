import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { add, compare, decimal, decimalText, divide, multiply, plain, round, subtract } from './decimal.js';

const number = fc
  .record({
    units: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
    digits: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ units, digits }) => decimalText({ units, digits }));

/** The value as a fraction over 10^12, computed from the text alone. */
function oracle(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(12, '0'));
  return text.startsWith('-') ? -units : units;
}

describe('decimals', () => {
  it('read and write the same text', () => {
    fc.assert(
      fc.property(number, (text) => {
        expect(decimalText(decimal(text))).toBe(text.replace(/^-(0(\.0+)?)$/, '$1'));
      }),
    );
  });

  it('add and subtract without loss', () => {
    fc.assert(
      fc.property(number, number, (left, right) => {
        expect(oracle(decimalText(add(decimal(left), decimal(right))))).toBe(oracle(left) + oracle(right));
        expect(oracle(decimalText(subtract(decimal(left), decimal(right))))).toBe(
          oracle(left) - oracle(right),
        );
      }),
    );
  });

  it('multiply without loss', () => {
    fc.assert(
      fc.property(number, number, (left, right) => {
        expect(oracle24(decimalText(multiply(decimal(left), decimal(right))))).toBe(
          oracle(left) * oracle(right),
        );
      }),
    );
  });

  it.each([
    ['0.125', 2, '0.13'],
    ['-0.125', 2, '-0.13'],
    ['0.124999', 2, '0.12'],
    ['1.005', 2, '1.01'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['7', 2, '7.00'],
  ] as const)('round %s to %i digits as %s', (text, digits, expected) => {
    expect(decimalText(round(decimal(text), digits))).toBe(expected);
  });

  it('divide to the nearest figure, halves away from zero', () => {
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 6 }), (left, right, digits) => {
        fc.pre(oracle(right) !== 0n);
        const quotient = divide(decimal(left), decimal(right), digits);
        const error = 2n * (quotient.units * oracle(right) - oracle(left) * 10n ** BigInt(digits));
        const bound = oracle(right) < 0n ? -oracle(right) : oracle(right);
        expect(error <= bound && error >= -bound).toBe(true);
      }),
    );
  });

  it('compare by value, not by text', () => {
    expect(compare(decimal('1.10'), decimal('1.1'))).toBe(0);
    expect(compare(decimal('-2'), decimal('1'))).toBe(-1);
    expect(compare(decimal('10'), decimal('9.99'))).toBe(1);
  });

  it('lose only zeros when written plainly', () => {
    expect(plain('20.500000')).toBe('20.5');
    expect(plain('100')).toBe('100');
    expect(plain('0.000')).toBe('0');
  });

  it.each(['', '1e3', '1,5', 'NaN', ' 1', '+1', '.5', '1.', '0x10', '--1', '１'])('refuse %j', (text) => {
    expect(() => decimal(text)).toThrow(RangeError);
  });
});

function oracle24(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(24, '0'));
  return text.startsWith('-') ? -units : units;
}
