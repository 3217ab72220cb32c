import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decimal, plain } from '../../money/decimal.js';
import { candidateAt, nextTierOf, tiersOf, unitPriceOf, type Terms } from './calculation.js';
import type { PriceCandidate } from './types.js';

const at = new Date('2026-11-16T00:00:00Z');

function candidate({
  minQuantity = '0',
  ...changes
}: Partial<PriceCandidate> & { minQuantity?: string } = {}): PriceCandidate {
  return {
    variantId: 1,
    source: 'priceType',
    from: decimal(minQuantity),
    amount: '100',
    currency: 'RUB',
    validTo: null,
    updatedAt: at,
    ...changes,
  };
}

function terms({
  agreement,
  priceType,
  ...changes
}: {
  agreement?: Partial<Terms['agreement']>;
  priceType?: Partial<NonNullable<Terms['priceType']>>;
} & Partial<Pick<Terms, 'grade' | 'rateOf'>> = {}): Terms {
  return {
    agreement: {
      id: 'agr',
      sellerId: 'sel',
      currency: 'RUB',
      vatMode: 'included',
      priceTypeId: 'prt',
      coefficient: '1',
      segments: [],
      paymentTerm: { kind: 'prepayment' },
      assortmentId: null,
      warehouseIds: null,
      validFrom: null,
      validTo: null,
      ...agreement,
    },
    priceType: {
      id: 'prt',
      name: 'Wholesale',
      currency: 'RUB',
      includesVat: true,
      roundingDigits: 4,
      ...priceType,
    },
    grade: null,
    rateOf: (currency) => (currency === 'RUB' ? '1' : undefined),
    ...changes,
  };
}

const priceOf = (given: PriceCandidate, under: Terms, vatRate: string | null = '22') => {
  const found = unitPriceOf(given, under, vatRate);
  return found && plain(found.unitPrice);
};

describe('candidateAt', () => {
  it('prefers the agreement to the company to the price type', () => {
    const all = [
      candidate(),
      candidate({ source: 'company', amount: '90' }),
      candidate({ source: 'agreement', amount: '95' }),
    ];
    expect(candidateAt(all, decimal('1'))?.source).toBe('agreement');
    expect(candidateAt(all.slice(0, 2), decimal('1'))?.source).toBe('company');
  });

  it('falls through a source whose lowest tier is higher', () => {
    const all = [candidate(), candidate({ source: 'agreement', minQuantity: '100', amount: '80' })];
    expect(candidateAt(all, decimal('99'))?.source).toBe('priceType');
    expect(candidateAt(all, decimal('100'))?.source).toBe('agreement');
  });

  it('takes the highest tier that the quantity reaches', () => {
    const all = ['0', '10', '100.5'].map((minQuantity, index) =>
      candidate({ minQuantity, amount: String(100 - index) }),
    );
    expect(candidateAt(all, decimal('100.4'))?.from).toEqual(decimal('10'));
    expect(candidateAt(all, decimal('100.50'))?.from).toEqual(decimal('100.5'));
  });

  it('prefers a price that ends to an open one', () => {
    const all = [candidate(), candidate({ amount: '70', validTo: at })];
    expect(candidateAt(all, decimal('1'))?.amount).toBe('70');
  });
});

describe('unitPriceOf', () => {
  it.each([
    [
      'coefficient and rounding',
      candidate({ amount: '3.3333' }),
      terms({ agreement: { coefficient: '0.95' } }),
      '3.1666',
    ],
    ['rounding half up, once', candidate({ amount: '0.00005' }), terms(), '0.0001'],
    [
      'conversion before rounding',
      candidate({ amount: '1', currency: 'EUR' }),
      terms({ rateOf: (currency) => ({ RUB: '1', EUR: '91.23456' })[currency] }),
      '91.2346',
    ],
    [
      'conversion between two foreign currencies',
      candidate({ amount: '10', currency: 'USD' }),
      terms({ agreement: { currency: 'EUR' }, rateOf: (currency) => ({ USD: '80', EUR: '96' })[currency] }),
      '8.3333',
    ],
    ['VAT taken out', candidate({ amount: '122' }), terms({ agreement: { vatMode: 'excluded' } }), '100'],
    ['VAT put in', candidate({ amount: '100' }), terms({ priceType: { includesVat: false } }), '122'],
    [
      'no VAT to take out without a rate',
      candidate({ amount: '122' }),
      terms({ agreement: { vatMode: 'none' } }),
      '122',
    ],
    [
      'the grade on a price type',
      candidate({ amount: '200' }),
      terms({ grade: { name: 'Regular', percent: '2.5' } }),
      '195',
    ],
    [
      'no grade on an individual price',
      candidate({ amount: '200', source: 'company' }),
      terms({ grade: { name: 'Regular', percent: '2.5' } }),
      '200',
    ],
    [
      'no coefficient on an individual price',
      candidate({ amount: '0.0123', source: 'agreement' }),
      terms({ agreement: { coefficient: '0.5' } }),
      '0.0123',
    ],
    [
      'all digits of an individual price',
      candidate({ amount: '0.012345', source: 'agreement' }),
      terms({ priceType: { roundingDigits: 2 } }),
      '0.012345',
    ],
  ])('applies %s', (_what, given, under, expected) => {
    expect(priceOf(given, under)).toBe(expected);
  });

  it('gives nothing when a rate is missing', () => {
    expect(priceOf(candidate({ currency: 'KZT' }), terms())).toBeUndefined();
  });

  it('agrees with exact fractions of an oracle', () => {
    const amount = fc.integer({ min: 1, max: 2_000_000_000 });
    const coefficient = fc.integer({ min: 1, max: 3_000_000 });
    const rate = fc.integer({ min: 1, max: 2_000_000 });
    const percent = fc.integer({ min: 0, max: 99_000 });
    fc.assert(
      fc.property(
        amount,
        coefficient,
        rate,
        percent,
        fc.integer({ min: 0, max: 6 }),
        (units, factor, perUnit, grade, digits) => {
          const under = terms({
            agreement: { coefficient: (factor / 1e6).toFixed(6), vatMode: 'excluded' },
            priceType: { roundingDigits: digits },
            grade: { name: 'g', percent: (grade / 1000).toFixed(3) },
            rateOf: (currency) => (currency === 'RUB' ? '1' : (perUnit / 1e4).toFixed(4)),
          });
          const got = unitPriceOf(
            candidate({ amount: (units / 1e4).toFixed(4), currency: 'USD' }),
            under,
            '22',
          );
          // amount · coefficient · rate · (100 − grade) / 122, everything in whole units
          const numerator =
            BigInt(units) *
            BigInt(factor) *
            BigInt(perUnit) *
            BigInt(100_000 - grade) *
            10n ** BigInt(digits);
          const denominator = 10n ** 14n * 122_000n;
          expect(got?.unitPrice.units).toBe((2n * numerator + denominator) / (2n * denominator));
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('tiersOf', () => {
  it('says at which quantities the price changes', () => {
    const all = [
      candidate(),
      candidate({ minQuantity: '10', amount: '90' }),
      candidate({ minQuantity: '50', amount: '90' }),
      candidate({ source: 'agreement', minQuantity: '20', amount: '85' }),
    ];
    expect(tiersOf(all, terms(), '22')).toEqual([
      { from: '0', unitPrice: '100' },
      { from: '10', unitPrice: '90' },
      { from: '20', unitPrice: '85' },
    ]);
  });

  it('names the next cheaper tier only', () => {
    const tiers = [
      { from: '0', unitPrice: '100' },
      { from: '10', unitPrice: '110' },
      { from: '50', unitPrice: '90' },
    ];
    expect(nextTierOf(tiers, decimal('5'), decimal('100'))).toEqual({ from: '50', unitPrice: '90' });
    expect(nextTierOf(tiers, decimal('50'), decimal('90'))).toBeNull();
  });
});
