import PDFDocument from 'pdfkit';
import { bankBlock } from './invoice-bank-block.js';
import { closingBlock, drawComment, signatureBlock } from './invoice-closing.js';
import type { InvoiceData } from './invoice-data.js';
import { formatLongDate } from './invoice-format.js';
import { drawParties } from './invoice-parties.js';
import { InvoiceSheet } from './invoice-sheet.js';
import { drawTable } from './invoice-table.js';
import { invoiceTexts } from './invoice-texts.js';
import type { InvoiceTexts } from './invoice-texts.js';
import { totalsBlock } from './invoice-totals.js';

/** TrueType files with Latin, Cyrillic, № and currency signs; only the used glyphs go into the document. */
export interface InvoiceFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

function createDocument(
  invoice: InvoiceData,
  texts: InvoiceTexts,
  fonts: InvoiceFonts,
): InstanceType<typeof PDFDocument> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: invoice.locale,
    displayTitle: true,
    // The empty name keeps pdfkit from loading Helvetica, which no invoice uses.
    font: '',
    info: {
      Title: texts.title(invoice.number, formatLongDate(invoice.date, invoice.locale)),
      Author: invoice.seller.name,
      Producer: 'Kontor',
      Creator: 'Kontor',
      // pdfkit takes the document's id from here too: the same invoice is the same file.
      CreationDate: new Date(`${invoice.date.slice(0, 10)}T00:00:00Z`),
    },
  });
  doc.registerFont('regular', fonts.regular);
  doc.registerFont('bold', fonts.bold);
  return doc;
}

function drawInvoice(sheet: InvoiceSheet, invoice: InvoiceData, texts: InvoiceTexts): void {
  const bank = texts.bankPosition === 'top' ? bankBlock(sheet, invoice.seller, texts, sheet.width) : null;
  if (bank !== null) sheet.place(bank, 16);
  drawParties(sheet, invoice, texts);
  drawTable(sheet, invoice, texts);
  sheet.y += 6;
  sheet.place(totalsBlock(sheet, invoice, texts), 8);
  sheet.place(closingBlock(sheet, invoice, texts), 4);
  if (invoice.comment !== null && invoice.comment.trim() !== '') drawComment(sheet, invoice.comment, texts);
  sheet.place(signatureBlock(sheet, invoice.seller, texts));
}

function drawFooters(sheet: InvoiceSheet, invoice: InvoiceData, texts: InvoiceTexts): void {
  const style = { font: 'regular', size: 7, color: '#555555' } as const;
  const title = texts.title(invoice.number, formatLongDate(invoice.date, invoice.locale));
  const { count } = sheet.doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    sheet.doc.switchToPage(page);
    const y = sheet.bottom + 14;
    sheet.text(title, sheet.width * 0.75, style, 'left', 1).draw(sheet.left, y);
    sheet.line(texts.page(page + 1, count), sheet.left, y, sheet.width, style, 'right');
  }
}

async function collect(doc: InstanceType<typeof PDFDocument>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
    doc.end();
  });
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/**
 * Renders an invoice as a PDF on A4 pages: payment details, parties, lines with a header on every page, sums, amount in
 * words, payment QR code, signatures. It prints the figures that it is given and computes none.
 * The same data gives the same bytes.
 *
 * @throws {RangeError} when the total cannot be spelled (negative, or 10¹² and more)
 */
export async function renderInvoice(invoice: InvoiceData, fonts: InvoiceFonts): Promise<Uint8Array> {
  const texts = invoiceTexts[invoice.locale];
  const doc = createDocument(invoice, texts, fonts);
  const sheet = new InvoiceSheet(doc);
  drawInvoice(sheet, invoice, texts);
  drawFooters(sheet, invoice, texts);
  return collect(doc);
}
