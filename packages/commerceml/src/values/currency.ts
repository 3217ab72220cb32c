import { foldName } from './fold.js';

/** Names and numeric codes (ISO 4217, ОКВ) that configurations of 1C write for a currency. */
const names: Readonly<Record<string, readonly string[]>> = {
  RUB: ['RUB', 'RUR', 'руб', 'рубль', 'рублей', 'российский рубль', 'р', '₽', '643', '810'],
  UAH: ['UAH', 'грн', 'гривна', 'гривня', 'гривень', '₴', '980'],
  USD: ['USD', 'дол', 'долл', 'доллар', 'доллар США', 'у.е', '$', '840'],
  EUR: ['EUR', 'евро', 'євро', '€', '978'],
  BYN: ['BYN', 'бел. руб', 'бел.руб', 'белорусский рубль', '933'],
  BYR: ['BYR', '974'],
  KZT: ['KZT', 'тенге', 'тг', '₸', '398'],
  UZS: ['UZS', 'сум', '860'],
  KGS: ['KGS', 'сом', '417'],
  AMD: ['AMD', 'драм', '051'],
  AZN: ['AZN', 'манат', '944'],
  GEL: ['GEL', 'лари', '981'],
  MDL: ['MDL', 'лей', '498'],
  CNY: ['CNY', 'юань', '156'],
  PLN: ['PLN', 'злотый', '985'],
  GBP: ['GBP', '826'],
  TRY: ['TRY', '949'],
};

const keyOf = (text: string): string => foldName(text).replace(/\.+$/, '');
const codes = new Map(
  Object.entries(names).flatMap(([code, spellings]) => spellings.map((text) => [keyOf(text), code] as const)),
);

/** The ISO 4217 code of `руб.`, `грн`, `RUR`, `840` …; `undefined` where the text is none that is known. */
export function readCurrency(text: string): string | undefined {
  return codes.get(keyOf(text)) ?? (/^[A-Z]{3}$/.test(text) ? text : undefined);
}
