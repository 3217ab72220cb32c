import { create } from 'qrcode';
import type { InvoiceData } from './invoice-data.js';
import { currencySign, formatMoney, formatShortDate } from './invoice-format.js';
import type { Block, InvoiceSheet } from './invoice-sheet.js';
import type { InvoiceTexts } from './invoice-texts.js';
import { paymentQr } from './payment-qr.js';
import { sepaQr } from './sepa-qr.js';

const size = 118;
const captionStyle = { font: 'regular', size: 7, color: '#555555' } as const;

/** What a bank's program reads from the code: rubles to a Russian account, euros to an IBAN; null for any other payment. */
export function invoiceQrText(invoice: InvoiceData, texts: InvoiceTexts): string | null {
  const { seller, totals, currency, locale } = invoice;
  const { bank } = seller;
  if (bank === null) return null;
  const vat =
    invoice.vatMode === 'none'
      ? null
      : `${formatMoney(totals.vat, locale)} ${currencySign(currency, locale)}`;
  const purpose = texts.purpose(invoice.number, formatShortDate(invoice.date, locale), vat);
  const payment = { payeeName: seller.name, amount: totals.total, purpose };
  if (currency === 'EUR') return sepaQr({ ...payment, iban: bank.iban, bic: bank.swift });
  if (currency !== 'RUB') return null;
  return paymentQr({
    ...payment,
    payeeInn: seller.requisites['inn'] ?? null,
    payeeKpp: seller.requisites['kpp'] ?? null,
    account: bank.account,
    bankName: bank.name,
    bik: bank.bik,
    correspondentAccount: bank.correspondentAccount,
  });
}

function drawModules(sheet: InvoiceSheet, text: string, x: number, y: number): void {
  const { modules } = create([{ mode: 'byte', data: new TextEncoder().encode(text) }], {
    errorCorrectionLevel: 'M',
  });
  const module = size / modules.size;
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) {
      let end = column;
      while (end < modules.size && modules.get(row, end)) end++;
      // One rectangle per run of dark modules: no hairlines between neighbours, a smaller file.
      if (end > column)
        sheet.doc.rect(x + column * module, y + row * module, (end - column) * module, module);
      column = end;
    }
  sheet.doc.fill('#000000');
}

/** Prepares the payment code with its caption; null when the payment has none. */
export function qrBlock(
  sheet: InvoiceSheet,
  invoice: InvoiceData,
  texts: InvoiceTexts,
): (Block & { width: number }) | null {
  const text = invoiceQrText(invoice, texts);
  if (text === null) return null;
  const draw = (x: number, y: number): void => {
    drawModules(sheet, text, x, y);
    sheet.line(texts.qrCaption, x, y + size + 4, size, captionStyle, 'center');
  };
  return { width: size, height: size + 14, draw };
}
