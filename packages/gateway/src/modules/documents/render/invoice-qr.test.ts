import { describe, expect, it } from 'vitest';
import type { InvoiceData } from './invoice-data.js';
import { invoiceQrText } from './invoice-qr.js';
import { sampleInvoice } from './invoice-sample.test-data.js';
import { invoiceTexts } from './invoice-texts.js';

const textOf = (invoice: InvoiceData): string | null => invoiceQrText(invoice, invoiceTexts[invoice.locale]);

describe('payment code of an invoice', () => {
  it('asks for the total in kopecks and names the VAT', () => {
    expect(textOf(sampleInvoice('ru', 3))).toMatch(
      /\|Sum=790969\|Purpose=Оплата по счёту № К-000017 от 21\.11\.2026, в том числе НДС 1 318,29 руб\.$/,
    );
  });

  it('says so when the seller charges no VAT', () => {
    expect(textOf({ ...sampleInvoice('ru', 3), vatMode: 'none' })).toMatch(/от 21\.11\.2026, без НДС$/);
  });

  it('is a SEPA code for euros to an IBAN', () => {
    expect(textOf(sampleInvoice('de', 3))).toMatch(
      /^BCD\n002\n1\nSCT\nCOBADEFFXXX\n.*\nDE89370400440532013000\nEUR7909\.69\n/,
    );
  });

  it('is absent where no bank would read it', () => {
    const { seller, ...rest } = sampleInvoice('ru', 1);
    expect(textOf(sampleInvoice('uk', 1))).toBeNull();
    expect(textOf({ ...rest, seller, currency: 'USD' })).toBeNull();
    expect(textOf({ ...rest, seller: { ...seller, bank: null } })).toBeNull();
  });
});
