/** How a language writes figures and dates. Decimal strings stay decimal: nothing passes through a float. */
export interface Formats {
  /** `1234.5` → `1 234,5`. */
  number(value: string): string;
  /** An amount with its currency, in the currency's digits: `1 234,50 ₽`. */
  money(amount: string, currency: string): string;
  /** A price of one unit, with at least so many digits and up to six: `0,0123`. @param digits 2 when left out */
  unitPrice(amount: string, digits?: number): string;
  /** A change in percent with its sign: `−4,2 %`. */
  percent(value: string): string;
  /** A change of an amount with its sign: `−2 024,84 ₽`. */
  difference(amount: string, currency: string): string;
  /** The sign of a currency: `₽`. */
  currency(code: string): string;
  /** A calendar date or an instant: `21 нояб.`, with the year when it is another one. */
  date(value: string): string;
  /** An instant with its time. */
  dateTime(value: string): string;
  /** Names as a list: `a, b and c`. */
  list(items: readonly string[]): string;
  /** Order of texts as people expect it. */
  compare(left: string, right: string): number;
}

export function createFormats(locale: string, now: () => Date = () => new Date()): Formats {
  const kept = new Map<string, Intl.NumberFormat>();
  const numbers = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    const format = kept.get(key) ?? new Intl.NumberFormat(locale, options);
    kept.set(key, format);
    return format;
  };
  const decimal = (value: string): Intl.StringNumericLiteral => value as Intl.StringNumericLiteral;
  const minus = (text: string): string => text.replace('-', '−');
  const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, options);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { numeric: true });

  return {
    number: (value) => numbers({ maximumFractionDigits: 6 }).format(decimal(value)),
    money: (amount, currency) =>
      minus(
        numbers({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(decimal(amount)),
      ),
    unitPrice: (amount, digits = 2) =>
      numbers({ minimumFractionDigits: digits, maximumFractionDigits: 6 }).format(decimal(amount)),
    percent: (value) =>
      minus(
        `${numbers({ maximumFractionDigits: 2, signDisplay: 'exceptZero' }).format(decimal(value))}\u00a0%`,
      ),
    difference: (amount, currency) =>
      minus(
        numbers({
          style: 'currency',
          currency,
          currencyDisplay: 'narrowSymbol',
          signDisplay: 'exceptZero',
        }).format(decimal(amount)),
      ),
    currency: (code) =>
      numbers({ style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' })
        .formatToParts(0)
        .find(({ type }) => type === 'currency')?.value ?? code,
    date(value) {
      const date = instant(value);
      const isThisYear = date.getFullYear() === now().getFullYear();
      return dates({ day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) }).format(
        date,
      );
    },
    dateTime: (value) =>
      dates({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
        instant(value),
      ),
    list: (items) => list.format(items),
    compare: (left, right) => collator.compare(left, right),
  };
}

/** A calendar date is that day here, whatever the zone. */
const instant = (value: string): Date => new Date(value.length === 10 ? `${value}T00:00` : value);

/** Digits after the point that the most precise of some amounts needs, at least two: a column of prices lines up. */
export const digitsOf = (amounts: readonly string[]): number =>
  Math.max(2, ...amounts.map((amount) => amount.replace(/0+$/, '').split('.')[1]?.length ?? 0));
