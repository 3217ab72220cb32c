import type { InvoiceData, InvoiceParty } from './invoice-data.js';
import { formatLongDate, formatShortDate } from './invoice-format.js';
import type { InvoiceSheet } from './invoice-sheet.js';
import type { InvoiceTexts } from './invoice-texts.js';

const labelStyle = { font: 'regular', size: 8.5 } as const;
const valueStyle = { font: 'bold', size: 8.5 } as const;
const labelWidth = 78;

/** Lists a party's requisites by their short names: "ИНН 7705260699, КПП 770501001". */
export function requisiteList(party: InvoiceParty, texts: InvoiceTexts): string[] {
  return Object.entries(texts.requisites)
    .filter(([name]) => (party.requisites[name] ?? '') !== '')
    .map(([name, label]) => `${label}\u00a0${party.requisites[name]}`);
}

function describeParty(party: InvoiceParty, texts: InvoiceTexts): string {
  return [party.name, ...requisiteList(party, texts), party.address, party.phone?.replaceAll(' ', '\u00a0')]
    .filter(Boolean)
    .join(', ');
}

/** Writes the title and who sells what to whom on which grounds, as label and value rows that may go over pages. */
export function drawParties(sheet: InvoiceSheet, invoice: InvoiceData, texts: InvoiceTexts): void {
  const title = texts.title(invoice.number, formatLongDate(invoice.date, invoice.locale));
  sheet.place(sheet.text(title, sheet.width, { font: 'bold', size: 14 }, 'left', 3), 4);
  sheet.rule(sheet.left, sheet.y, sheet.right, sheet.y, 1.5);
  sheet.y += 9;

  const { agreement, locale } = invoice;
  const agreementDate = agreement?.date ? formatShortDate(agreement.date, locale) : null;
  const rows: [label: string, value: string | null][] = [
    [texts.seller, describeParty(invoice.seller, texts)],
    [texts.buyer, describeParty(invoice.buyer, texts)],
    [texts.agreement, agreement === null ? null : texts.reference(agreement.number, agreementDate)],
    [texts.order, invoice.orderNumber === null ? null : texts.orderNumber(invoice.orderNumber)],
    [texts.delivery, invoice.delivery],
  ];
  for (const [label, value] of rows) if (value !== null && value !== '') drawRow(sheet, label, value);
  sheet.y += 4;
}

function drawRow(sheet: InvoiceSheet, label: string, value: string): void {
  const step = sheet.lineHeight(valueStyle);
  const lines = sheet.wrap(value, sheet.width - labelWidth, valueStyle);
  lines.forEach((line, index) => {
    if (!sheet.fits(step)) sheet.newPage();
    if (index === 0) sheet.line(label, sheet.left, sheet.y, labelWidth, labelStyle);
    sheet.line(line, sheet.left + labelWidth, sheet.y, sheet.width - labelWidth, valueStyle);
    sheet.y += step;
  });
  sheet.y += 4;
}
