import { describe, expect, it } from 'vitest';
import {
  currencySign,
  formatDecimal,
  formatLongDate,
  formatMoney,
  formatShortDate,
} from './invoice-format.js';

describe('invoice figures', () => {
  it.each([
    ['1234567.5', 'ru', '1\u00a0234\u00a0567,50'],
    ['1234567.5', 'uk', '1\u00a0234\u00a0567,50'],
    ['1234567.5', 'en', '1,234,567.50'],
    ['1234567.5', 'de', '1.234.567,50'],
    ['999', 'en', '999.00'],
    ['-1000.10', 'en', '-1,000.10'],
    ['0.012345', 'ru', '0,012345'],
    ['12.340000', 'ru', '12,34'],
    ['999999999999.99', 'de', '999.999.999.999,99'],
  ] as const)('write the amount %s in %s as %s', (amount, locale, text) => {
    expect(formatMoney(amount, locale)).toBe(text);
  });

  it.each([
    ['10', '10'],
    ['10.000', '10'],
    ['2.500', '2,5'],
    ['0.125', '0,125'],
  ])('write the quantity %s as %s', (quantity, text) => {
    expect(formatDecimal(quantity, 'ru', 0)).toBe(text);
  });

  it('name a currency in words that the locale uses', () => {
    expect([currencySign('RUB', 'ru'), currencySign('UAH', 'uk'), currencySign('EUR', 'de')]).toEqual([
      'руб.',
      'грн',
      '€',
    ]);
    expect(currencySign('GEL', 'ru')).toBe('GEL');
  });
});

describe('invoice dates', () => {
  it.each([
    ['ru', '21 ноября 2026 г.', '21.11.2026'],
    ['uk', '21 листопада 2026 р.', '21.11.2026'],
    ['en', '21 November 2026', '21/11/2026'],
    ['de', '21. November 2026', '21.11.2026'],
  ] as const)('read naturally in %s', (locale, long, short) => {
    expect(formatLongDate('2026-11-21', locale).replaceAll('\u00a0', ' ')).toBe(long);
    expect(formatShortDate('2026-11-21', locale)).toBe(short);
  });
});
