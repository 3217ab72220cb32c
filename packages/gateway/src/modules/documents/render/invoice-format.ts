import type { InvoiceLocale } from './invoice-data.js';

const separators: Readonly<Record<InvoiceLocale, { readonly group: string; readonly decimal: string }>> = {
  ru: { group: '\u00a0', decimal: ',' },
  uk: { group: '\u00a0', decimal: ',' },
  en: { group: ',', decimal: '.' },
  de: { group: '.', decimal: ',' },
};

const currencySigns: Readonly<Record<InvoiceLocale, Readonly<Record<string, string>>>> = {
  ru: { RUB: 'руб.', UAH: 'грн', BYN: 'бел. руб.', KZT: 'тенге', EUR: 'евро', USD: 'долл. США' },
  uk: { UAH: 'грн', RUB: 'руб.', KZT: 'теньге', EUR: 'євро', USD: 'дол. США' },
  en: {},
  de: { EUR: '€' },
};

/**
 * Writes a decimal string the way the locale does: groups of three digits, its decimal sign, at least `minDigits`
 * decimals, no further zeros. Nothing is rounded.
 */
export function formatDecimal(decimal: string, locale: InvoiceLocale, minDigits: number): string {
  const { group, decimal: sign } = separators[locale];
  const [whole = '0', fraction = ''] = decimal.split('.');
  const digits = fraction.replace(/0+$/, '').padEnd(minDigits, '0');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return digits === '' ? grouped : grouped + sign + digits;
}

/** Writes an amount with two decimals or more. */
export function formatMoney(decimal: string, locale: InvoiceLocale): string {
  return formatDecimal(decimal, locale, 2);
}

/** Names a currency beside an amount: its short name in the locale, else its code. */
export function currencySign(currency: string, locale: InvoiceLocale): string {
  return currencySigns[locale][currency] ?? currency;
}

const utcDate = (isoDate: string): Date => new Date(`${isoDate.slice(0, 10)}T00:00:00Z`);

/** Writes an ISO date in words: "21 ноября 2026 г.", "21. November 2026". */
export function formatLongDate(isoDate: string, locale: InvoiceLocale): string {
  const tag = locale === 'en' ? 'en-GB' : locale;
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
    .format(utcDate(isoDate))
    .replaceAll(' ', '\u00a0');
}

/** Writes an ISO date in figures: "21.11.2026", "21/11/2026". */
export function formatShortDate(isoDate: string, locale: InvoiceLocale): string {
  const [year, month, day] = isoDate.slice(0, 10).split('-');
  return [day, month, year].join(locale === 'en' ? '/' : '.');
}
