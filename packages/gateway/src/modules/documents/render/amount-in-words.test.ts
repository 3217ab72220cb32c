import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInWords } from './amount-in-words.js';
import { currencyWords } from './currency-words.js';

describe('amount in Russian', () => {
  it.each([
    ['0', 'RUB', 'Ноль рублей 00 копеек'],
    ['1', 'RUB', 'Один рубль 00 копеек'],
    ['2.01', 'RUB', 'Два рубля 01 копейка'],
    ['5.02', 'RUB', 'Пять рублей 02 копейки'],
    ['11.11', 'RUB', 'Одиннадцать рублей 11 копеек'],
    ['12', 'RUB', 'Двенадцать рублей 00 копеек'],
    ['14', 'RUB', 'Четырнадцать рублей 00 копеек'],
    ['21.5', 'RUB', 'Двадцать один рубль 50 копеек'],
    ['101', 'RUB', 'Сто один рубль 00 копеек'],
    ['111', 'RUB', 'Сто одиннадцать рублей 00 копеек'],
    ['1000', 'RUB', 'Одна тысяча рублей 00 копеек'],
    ['1234.50', 'RUB', 'Одна тысяча двести тридцать четыре рубля 50 копеек'],
    ['2000', 'RUB', 'Две тысячи рублей 00 копеек'],
    ['11000', 'RUB', 'Одиннадцать тысяч рублей 00 копеек'],
    ['1000000', 'RUB', 'Один миллион рублей 00 копеек'],
    ['2001002.99', 'RUB', 'Два миллиона одна тысяча два рубля 99 копеек'],
    ['1000000000', 'RUB', 'Один миллиард рублей 00 копеек'],
    [
      '999999999999.99',
      'RUB',
      'Девятьсот девяносто девять миллиардов девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять рублей 99 копеек',
    ],
    ['1', 'UAH', 'Одна гривна 00 копеек'],
    ['22', 'UAH', 'Двадцать две гривны 00 копеек'],
    ['1.21', 'KZT', 'Один тенге 21 тиын'],
    ['3', 'EUR', 'Три евро 00 центов'],
    ['4.03', 'USD', 'Четыре доллара США 03 цента'],
    ['7.5', 'GEL', 'Семь GEL 50/100'],
  ])('%s %s is spelled %s', (amount, currency, words) => {
    expect(amountInWords(amount, currency, 'ru')).toBe(words);
  });
});

describe('amount in Ukrainian', () => {
  it.each([
    ['0', 'UAH', 'Нуль гривень 00 копійок'],
    ['1.01', 'UAH', 'Одна гривня 01 копійка'],
    ['2', 'UAH', 'Дві гривні 00 копійок'],
    ['5', 'UAH', 'П’ять гривень 00 копійок'],
    ['11', 'UAH', 'Одинадцять гривень 00 копійок'],
    ['21', 'UAH', 'Двадцять одна гривня 00 копійок'],
    ['101', 'UAH', 'Сто одна гривня 00 копійок'],
    ['1000', 'UAH', 'Одна тисяча гривень 00 копійок'],
    ['2000', 'UAH', 'Дві тисячі гривень 00 копійок'],
    ['1000000', 'UAH', 'Один мільйон гривень 00 копійок'],
    [
      '3945678.34',
      'UAH',
      'Три мільйони дев’ятсот сорок п’ять тисяч шістсот сімдесят вісім гривень 34 копійки',
    ],
    ['1', 'EUR', 'Одне євро 00 центів'],
    ['2', 'RUB', 'Два рублі 00 копійок'],
  ])('%s %s is spelled %s', (amount, currency, words) => {
    expect(amountInWords(amount, currency, 'uk')).toBe(words);
  });
});

describe('amount in English', () => {
  it.each([
    ['0', 'EUR', 'Zero euros and 00 cents'],
    ['1.01', 'USD', 'One US dollar and 01 cent'],
    ['2', 'RUB', 'Two rubles and 00 kopecks'],
    ['11', 'RUB', 'Eleven rubles and 00 kopecks'],
    ['21', 'RUB', 'Twenty-one rubles and 00 kopecks'],
    ['40', 'RUB', 'Forty rubles and 00 kopecks'],
    ['101', 'RUB', 'One hundred one rubles and 00 kopecks'],
    ['1234.50', 'RUB', 'One thousand two hundred thirty-four rubles and 50 kopecks'],
    ['1000000', 'GBP', 'One million pounds sterling and 00 pence'],
    ['2000000005', 'EUR', 'Two billion five euros and 00 cents'],
  ])('%s %s is spelled %s', (amount, currency, words) => {
    expect(amountInWords(amount, currency, 'en')).toBe(words);
  });
});

describe('amount in German', () => {
  it.each([
    ['0', 'EUR', 'Null Euro und 00 Cent'],
    ['1.01', 'EUR', 'Ein Euro und 01 Cent'],
    ['1', 'UAH', 'Eine Hrywnja und 00 Kopeken'],
    ['2', 'EUR', 'Zwei Euro und 00 Cent'],
    ['11', 'EUR', 'Elf Euro und 00 Cent'],
    ['21', 'EUR', 'Einundzwanzig Euro und 00 Cent'],
    ['101', 'EUR', 'Einhunderteins Euro und 00 Cent'],
    ['1000', 'EUR', 'Eintausend Euro und 00 Cent'],
    ['1001', 'EUR', 'Eintausendeins Euro und 00 Cent'],
    ['1234.50', 'RUB', 'Eintausendzweihundertvierunddreißig Rubel und 50 Kopeken'],
    ['2000', 'EUR', 'Zweitausend Euro und 00 Cent'],
    ['16017', 'EUR', 'Sechzehntausendsiebzehn Euro und 00 Cent'],
    ['101000', 'EUR', 'Einhunderteintausend Euro und 00 Cent'],
    ['1000000', 'EUR', 'Eine Million Euro und 00 Cent'],
    ['2000000031', 'EUR', 'Zwei Milliarden einunddreißig Euro und 00 Cent'],
    ['101000001', 'EUR', 'Einhunderteins Millionen eins Euro und 00 Cent'],
  ])('%s %s is spelled %s', (amount, currency, words) => {
    expect(amountInWords(amount, currency, 'de')).toBe(words);
  });
});

describe('amount', () => {
  it('takes trailing zeros of a wider decimal', () => {
    expect(amountInWords('1.5000', 'RUB', 'ru')).toBe('Один рубль 50 копеек');
  });

  it.each(['', '-1', '1.005', '1,5', '1e3', ' 1', '1000000000000', 'NaN', '.5', '1.'])(
    '%j is refused',
    (amount) => {
      expect(() => amountInWords(amount, 'RUB', 'ru')).toThrow(RangeError);
    },
  );

  it('names every currency in every language, three or two forms each', () => {
    const codes = Object.keys(currencyWords.ru);
    for (const [locale, forms] of [
      ['ru', 3],
      ['uk', 3],
      ['en', 2],
      ['de', 2],
    ] as const) {
      expect(Object.keys(currencyWords[locale])).toEqual(codes);
      for (const { major, minor } of Object.values(currencyWords[locale]))
        expect([major.forms.length, minor.forms.length]).toEqual([forms, forms]);
    }
  });
});

/** Reads numbers back by plain tables of word values, with none of the speller's arithmetic. */
const russianValues: Readonly<Record<string, number>> = {
  ноль: 0,
  один: 1,
  одна: 1,
  два: 2,
  две: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
  семь: 7,
  восемь: 8,
  девять: 9,
  десять: 10,
  одиннадцать: 11,
  двенадцать: 12,
  тринадцать: 13,
  четырнадцать: 14,
  пятнадцать: 15,
  шестнадцать: 16,
  семнадцать: 17,
  восемнадцать: 18,
  девятнадцать: 19,
  двадцать: 20,
  тридцать: 30,
  сорок: 40,
  пятьдесят: 50,
  шестьдесят: 60,
  семьдесят: 70,
  восемьдесят: 80,
  девяносто: 90,
  сто: 100,
  двести: 200,
  триста: 300,
  четыреста: 400,
  пятьсот: 500,
  шестьсот: 600,
  семьсот: 700,
  восемьсот: 800,
  девятьсот: 900,
};
const englishValues: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const scaleOf = (word: string): number => {
  if (/^(тысяч|thousand)/.test(word)) return 1e3;
  if (/^(миллион|million)/.test(word)) return 1e6;
  return /^(миллиард|billion)/.test(word) ? 1e9 : 0;
};

function readWords(words: string[], values: Readonly<Record<string, number>>): number {
  let total = 0;
  let group = 0;
  for (const word of words) {
    const scale = scaleOf(word);
    if (scale > 0) {
      total += group * scale;
      group = 0;
    } else if (word === 'hundred') group *= 100;
    else group += values[word] ?? NaN;
  }
  return total + group;
}

describe('spelled amounts read back', () => {
  const major = fc.oneof(fc.integer({ min: 0, max: 2100 }), fc.integer({ min: 0, max: 999_999_999_999 }));
  const minor = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'));

  it('as the same Russian number and its right noun', () => {
    const russianPlural = new Intl.PluralRules('ru');
    fc.assert(
      fc.property(major, minor, (value, kopecks) => {
        const words = amountInWords(`${value}.${kopecks}`, 'RUB', 'ru').toLowerCase().split(' ');
        expect(readWords(words.slice(0, -3), russianValues)).toBe(value);
        const ruble = { one: 'рубль', few: 'рубля', many: 'рублей' }[
          russianPlural.select(value) as 'one' | 'few' | 'many'
        ];
        expect(words.slice(-3, -1)).toEqual([ruble, kopecks]);
      }),
      { numRuns: 2000 },
    );
  });

  it('as the same English number', () => {
    fc.assert(
      fc.property(major, minor, (value, cents) => {
        const [words, rest] = amountInWords(`${value}.${cents}`, 'EUR', 'en').toLowerCase().split(' and ');
        expect(readWords(words!.split(/[ -]/).slice(0, -1), englishValues)).toBe(value);
        expect(rest).toBe(`${cents} cent${cents === '01' ? '' : 's'}`);
      }),
      { numRuns: 2000 },
    );
  });

  it('as Ukrainian nouns that follow its plural rule', () => {
    const rule = new Intl.PluralRules('uk');
    fc.assert(
      fc.property(major, (value) => {
        const noun = { one: 'гривня', few: 'гривні', many: 'гривень' }[
          rule.select(value) as 'one' | 'few' | 'many'
        ];
        expect(amountInWords(String(value), 'UAH', 'uk')).toMatch(new RegExp(` ${noun} 00 копійок$`));
      }),
    );
  });
});
