import type { InvoiceData } from './invoice-data.js';
import { currencySign, formatDecimal, formatMoney } from './invoice-format.js';
import type { Block, InvoiceSheet } from './invoice-sheet.js';
import type { InvoiceTexts } from './invoice-texts.js';

const style = { font: 'bold', size: 9 } as const;
const rowStep = 13;

function totalRows(invoice: InvoiceData, texts: InvoiceTexts): [label: string, amount: string][] {
  const { locale, totals, vatMode } = invoice;
  const labels = texts.totals;
  const money = (amount: string): string => formatMoney(amount, locale);
  const vatLabel = vatMode === 'excluded' ? labels.addedVat : labels.includedVat;
  const taxes = totals.vatByRate.map(({ rate, net, vat }): [string, string] =>
    rate === null
      ? [labels.withoutVat, money(net)]
      : [vatLabel(`${formatDecimal(rate, locale, 0)}%`), money(vat)],
  );
  return [
    vatMode === 'excluded' ? [labels.netSum, money(totals.net)] : [labels.sum, money(totals.total)],
    ...(vatMode === 'none' ? [[labels.withoutVat, '—'] satisfies [string, string]] : taxes),
    [labels.due(currencySign(invoice.currency, locale)), money(totals.total)],
  ];
}

/** Prepares the sums under the table: total, VAT per rate, amount due. */
export function totalsBlock(sheet: InvoiceSheet, invoice: InvoiceData, texts: InvoiceTexts): Block {
  const rows = totalRows(invoice, texts);
  const amountWidth = Math.max(...rows.map(([, amount]) => sheet.widthOf(amount, style))) + 16;
  const draw = (x: number, y: number): void =>
    rows.forEach(([label, amount], index) => {
      sheet.line(label, x, y + index * rowStep, sheet.width - amountWidth - 3, style, 'right');
      sheet.line(amount, x, y + index * rowStep, sheet.width - 3, style, 'right');
    });
  return { height: rows.length * rowStep, draw };
}
