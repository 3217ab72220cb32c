import { currencyWords } from './currency-words.js';
import type { InvoiceLocale } from './invoice-data.js';
import { wordAt } from './number-words.js';
import type { NumberWords } from './number-words.js';
import { numberWordsDe } from './number-words-de.js';
import { numberWordsEn } from './number-words-en.js';
import { numberWordsRu } from './number-words-ru.js';
import { numberWordsUk } from './number-words-uk.js';

const languages: Readonly<Record<InvoiceLocale, NumberWords>> = {
  ru: numberWordsRu,
  uk: numberWordsUk,
  en: numberWordsEn,
  de: numberWordsDe,
};

const amountPattern = /^(\d{1,12})(?:\.(\d{1,2})0*)?$/;

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Spells an amount the way invoices do: the major unit in words, the minor one in two digits
 * ("Одна тысяча двести тридцать четыре рубля 50 копеек"). A currency without a name here keeps its code: "… GEL 50/100".
 *
 * @param amount decimal string from `0` to `999999999999.99`, at most two significant decimals
 * @param currency ISO 4217 code
 * @throws {RangeError} when the amount is not such a string
 */
export function amountInWords(amount: string, currency: string, locale: InvoiceLocale): string {
  const match = amountPattern.exec(amount);
  if (match === null) throw new RangeError(`Not an amount that can be spelled: ${amount}`);
  const [, majorDigits, decimals = ''] = match;
  const major = Number(majorDigits);
  const minorDigits = decimals.padEnd(2, '0');
  const language = languages[locale];
  const words = currencyWords[locale][currency];
  if (words === undefined)
    return capitalise(`${language.spell(major, 'masculine')} ${currency} ${minorDigits}/100`);
  const majorName = wordAt(words.major.forms, language.form(major));
  const minorName = wordAt(words.minor.forms, language.form(Number(minorDigits)));
  return capitalise(
    `${language.spell(major, words.major.gender)} ${majorName}${language.join}${minorDigits} ${minorName}`,
  );
}
