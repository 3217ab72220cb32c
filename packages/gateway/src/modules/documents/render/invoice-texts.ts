import type { InvoiceLocale } from './invoice-data.js';
import { textsDe } from './invoice-texts-de.js';
import { textsEn } from './invoice-texts-en.js';
import { textsRu } from './invoice-texts-ru.js';
import { textsUk } from './invoice-texts-uk.js';

/** Everything that an invoice says in one language, and the few points where its layout differs. */
export interface InvoiceTexts {
  readonly title: (number: string, date: string) => string;
  readonly page: (page: number, of: number) => string;
  readonly seller: string;
  readonly buyer: string;
  readonly order: string;
  readonly orderNumber: (number: string) => string;
  readonly agreement: string;
  readonly delivery: string;
  readonly dueDate: string;
  readonly comment: string;
  /** "№ 12 от 01.02.2026". */
  readonly reference: (number: string, date: string | null) => string;
  /** Short names of requisites in the order in which they are printed. */
  readonly requisites: Readonly<Record<string, string>>;
  readonly bank: {
    readonly payee: string;
    readonly payeeBank: string;
    readonly bik: string;
    readonly account: string;
    readonly correspondentAccount: string;
    readonly iban: string;
    readonly swift: string;
  };
  readonly columns: {
    readonly position: string;
    readonly sku: string;
    readonly name: string;
    readonly quantity: string;
    readonly unit: string;
    readonly price: string;
    readonly vatRate: string;
    readonly sum: string;
  };
  readonly totals: {
    readonly sum: string;
    readonly netSum: string;
    readonly includedVat: (rate: string) => string;
    readonly addedVat: (rate: string) => string;
    readonly withoutVat: string;
    readonly due: (currency: string) => string;
  };
  readonly withoutVatRate: string;
  readonly lineCount: (count: number, amount: string) => string;
  readonly amountInWords: string;
  readonly purpose: (number: string, date: string, vat: string | null) => string;
  readonly qrCaption: string;
  readonly signatures: {
    readonly director: string;
    readonly accountant: string | null;
    readonly soleProprietor: string;
  };
  /** Where the payment details stand: Russian and Ukrainian invoices begin with them, others end with them. */
  readonly bankPosition: 'top' | 'bottom';
}

/** Texts by language. */
export const invoiceTexts: Readonly<Record<InvoiceLocale, InvoiceTexts>> = {
  ru: textsRu,
  uk: textsUk,
  en: textsEn,
  de: textsDe,
};
