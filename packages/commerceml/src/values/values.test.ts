import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readCurrency } from './currency.js';
import { readDate, readTime } from './date.js';
import { readDecimal } from './decimal.js';
import { readFlag } from './flag.js';
import { foldName } from './fold.js';

describe('numbers', () => {
  it.each([
    ['231.7400', '231.74'],
    ['1.0', '1'],
    ['24.00', '24'],
    ['5128.00', '5128'],
    ['21,6', '21.6'],
    ['-999 999 999,9', '-999999999.9'],
    ['-999\u00A0999\u00A0999,9', '-999999999.9'],
    ['-999\u202F999\u202F999,9', '-999999999.9'],
    ['23 000', '23000'],
    ['+5', '5'],
    ['−5', '-5'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ["1'234.5", '1234.5'],
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1,234,567', '1234567'],
    ['1,234', '1.234'],
    ['1.0E-2', '0.01'],
    ['1.5e3', '1500'],
    ['0', '0'],
    ['100', '100'],
  ])('%s is %s', (text, decimal) => {
    expect(readDecimal(text)).toBe(decimal);
  });

  it.each([
    '',
    '-',
    '.',
    ',',
    'abc',
    '1.2.3,4',
    '12-3',
    '1 шт',
    'NaN',
    'Infinity',
    '1e',
    '1e400',
    '0x10',
    '9'.repeat(99),
  ])('"%s" is no number', (text) => {
    expect(readDecimal(text)).toBeUndefined();
  });

  it('is the same number however it is written', () => {
    const digits = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(
        digits,
        fc.nat(6),
        fc.nat(3),
        fc.constantFrom('.', ','),
        (number, scale, zeros, separator) => {
          const plain = number
            .toString()
            .replace('-', '')
            .padStart(scale + 1, '0');
          const sign = number < 0n ? '-' : '';
          const whole = plain.slice(0, plain.length - scale);
          const fraction = plain.slice(plain.length - scale);
          const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ' ');
          const tail = scale + zeros === 0 ? '' : `${separator}${fraction}${'0'.repeat(zeros)}`;
          const read = readDecimal(`${sign}${grouped}${tail}`)!;
          const [readWhole = '', readFraction = ''] = read.replace('-', '').split('.');
          expect(read).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
          expect(
            BigInt((read.startsWith('-') ? '-' : '') + readWhole + readFraction.padEnd(scale, '0')),
          ).toBe(number);
        },
      ),
    );
  });
});

describe('dates', () => {
  it.each([
    ['2014-06-01T0:36:33', '2014-06-01T00:36:33'],
    ['2011-09-27', '2011-09-27'],
    ['2015-05-12T14:21:10.123+03:00', '2015-05-12T14:21:10.123+03:00'],
    ['2026-04-22T18:30:00+00:00', '2026-04-22T18:30:00+00:00'],
    ['2022-10-31UTC02:25:50', '2022-10-31T02:25:50Z'],
    ['2021-02-18T9:49:02', '2021-02-18T09:49:02'],
    ['11.02.2021 18:45:21', '2021-02-11T18:45:21'],
    ['1.2.2021', '2021-02-01'],
    ['20260115100000', '2026-01-15T10:00:00'],
    ['2026-01-15 10:00', '2026-01-15T10:00:00'],
    ['2015-08-12+03:00', '2015-08-12'],
    ['2015-08-12Z', '2015-08-12'],
    ['0001-01-01T00:00:00', null],
    ['0001-01-01', null],
    ['01.01.0001 0:00:00', null],
    ['2026-02-30', undefined],
    ['2026-13-01', undefined],
    ['2026-01-01T25:00:00', undefined],
    ['tomorrow', undefined],
    ['', undefined],
  ])('%s is %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each([
    ['9:05:00', '09:05:00'],
    ['18:45', '18:45:00'],
    ['18:45:21+3', '18:45:21+03:00'],
    ['noon', undefined],
  ])('the time %s is %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });
});

it.each([
  ['true', true],
  ['1', true],
  ['да', true],
  ['Истина', true],
  ['false', false],
  ['0', false],
  ['Нет', false],
  ['maybe', undefined],
  ['', undefined],
])('the flag %s is %s', (text, flag) => {
  expect(readFlag(text)).toBe(flag);
});

it.each([
  ['руб', 'RUB'],
  ['руб.', 'RUB'],
  ['Руб', 'RUB'],
  ['RUB', 'RUB'],
  ['RUR', 'RUB'],
  ['643', 'RUB'],
  ['грн', 'UAH'],
  ['грн.', 'UAH'],
  ['UAH', 'UAH'],
  ['980', 'UAH'],
  ['BYR', 'BYR'],
  ['USD', 'USD'],
  ['у.е.', 'USD'],
  ['CHF', 'CHF'],
  ['бонусы', undefined],
])('the currency %s is %s', (text, code) => {
  expect(readCurrency(text)).toBe(code);
});

it.each([
  ['Статус заказа', 'Cтатус  заказа '],
  ['Номер по 1С', 'номер по 1C'],
  ['Счёт-фактура', 'СЧЕТ-ФАКТУРА'],
])('%s and %s are one name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other));
});
