import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decimal } from './decimal.js';
import { amountTexts, lineAmounts } from './vat.js';

const price = fc.integer({ min: 0, max: 2_000_000_000 }).map((units) => (units / 10_000).toFixed(4));
const quantity = fc.integer({ min: 1, max: 9_999_999 }).map((units) => (units / 1000).toFixed(3));
const rate = fc.constantFrom('22', '20', '10', '7.5', '0', null);
const mode = fc.constantFrom('included', 'excluded', 'none');

/** The same figures by whole kopecks, from the texts alone. */
function oracle(
  unitPrice: string,
  count: string,
  how: string,
  percent: string | null,
): { net: bigint; vat: bigint } {
  const units = (text: string, digits: number) =>
    BigInt(text.replace('.', '')) * 10n ** BigInt(digits - (text.split('.')[1]?.length ?? 0));
  const halfUp = (top: bigint, bottom: bigint) => (2n * top + bottom) / (2n * bottom);
  const amount = halfUp(units(unitPrice, 4) * units(count, 3), 100_000n);
  if (how === 'none' || percent === null) return { net: amount, vat: 0n };
  const tenths = units(percent, 1);
  if (how === 'excluded') return { net: amount, vat: halfUp(amount * tenths, 1000n) };
  const vat = halfUp(amount * tenths, 1000n + tenths);
  return { net: amount - vat, vat };
}

const kopecks = (text: string) => BigInt(text.replace('.', ''));

describe('lineAmounts', () => {
  it('agrees with an independent oracle to the kopeck', () => {
    fc.assert(
      fc.property(price, quantity, mode, rate, (unitPrice, count, how, percent) => {
        const { net, vat, total } = amountTexts(
          lineAmounts(decimal(unitPrice), decimal(count), how, percent, 2),
        );
        const expected = oracle(unitPrice, count, how, percent);
        expect({ net: kopecks(net), vat: kopecks(vat) }).toEqual(expected);
        expect(kopecks(total)).toBe(expected.net + expected.vat);
      }),
      { numRuns: 100_000 },
    );
  });

  it.each([
    ['3.1169', '20', 'included', '22', { net: '51.10', vat: '11.24', total: '62.34' }],
    ['100', '1', 'excluded', '22', { net: '100.00', vat: '22.00', total: '122.00' }],
    ['0.0123', '1000', 'included', '22', { net: '10.08', vat: '2.22', total: '12.30' }],
    ['100', '1', 'none', '22', { net: '100.00', vat: '0.00', total: '100.00' }],
    ['100', '1', 'included', null, { net: '100.00', vat: '0.00', total: '100.00' }],
  ] as const)('prices %s × %s, VAT %s at %s', (unitPrice, count, how, percent, expected) => {
    expect(amountTexts(lineAmounts(decimal(unitPrice), decimal(count), how, percent, 2))).toEqual(expected);
  });
});
