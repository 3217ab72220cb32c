/** Languages in which an invoice is written. */
export type InvoiceLocale = 'ru' | 'uk' | 'en' | 'de';

/** A buyer or seller as the invoice names it. */
export interface InvoiceParty {
  readonly name: string;
  /** Values by the field names of the legal types: `inn`, `kpp`, `edrpou`, `vatId`, …; others are not printed. */
  readonly requisites: Readonly<Record<string, string>>;
  readonly address: string | null;
  readonly phone: string | null;
}

/** Where the money goes: `bik` + `account` (Russia) or `iban` (elsewhere). */
export interface InvoiceBank {
  readonly name: string;
  readonly bik: string | null;
  readonly account: string | null;
  readonly correspondentAccount: string | null;
  readonly iban: string | null;
  readonly swift: string | null;
}

/** Who fulfils the order and issues the invoice. */
export interface InvoiceSeller extends InvoiceParty {
  readonly bank: InvoiceBank | null;
  /** Names beside the signature lines. */
  readonly director: string | null;
  readonly accountant: string | null;
}

/** One line; every figure is a decimal string that was computed elsewhere. */
export interface InvoiceLine {
  readonly position: number;
  readonly sku: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: string;
  /** With VAT when `vatMode` is `included`, without otherwise; up to six decimals. */
  readonly unitPrice: string;
  /** Percent, for example `20`; null when the line is free of VAT. */
  readonly vatRate: string | null;
  readonly net: string;
  readonly vat: string;
  readonly total: string;
}

/** Sums over the lines, decimal strings. */
export interface InvoiceTotals {
  readonly net: string;
  readonly vat: string;
  readonly total: string;
  readonly vatByRate: readonly { readonly rate: string | null; readonly net: string; readonly vat: string }[];
}

/** Everything that an invoice says; it is printed as it is and nothing is computed from it. */
export interface InvoiceData {
  readonly number: string;
  /** ISO date, `2026-11-21`. */
  readonly date: string;
  readonly locale: InvoiceLocale;
  readonly orderNumber: string | null;
  readonly seller: InvoiceSeller;
  readonly buyer: InvoiceParty;
  readonly agreement: { readonly number: string; readonly date: string | null } | null;
  /** ISO 4217. */
  readonly currency: string;
  readonly vatMode: 'included' | 'excluded' | 'none';
  readonly lines: readonly InvoiceLine[];
  readonly totals: InvoiceTotals;
  readonly dueDate: string | null;
  /** How and where the goods go, as a text. */
  readonly delivery: string | null;
  readonly comment: string | null;
}
