import { amountInWords } from './amount-in-words.js';
import { bankBlock } from './invoice-bank-block.js';
import type { InvoiceData, InvoiceSeller } from './invoice-data.js';
import { currencySign, formatLongDate, formatMoney } from './invoice-format.js';
import { qrBlock } from './invoice-qr.js';
import type { Block, InvoiceSheet } from './invoice-sheet.js';
import type { InvoiceTexts } from './invoice-texts.js';

const style = { font: 'regular', size: 8.5 } as const;
const strong = { font: 'bold', size: 9 } as const;
const gap = 5;

/** Prepares what follows the sums: count, amount in words, date, payment details, and the payment code beside them. */
export function closingBlock(sheet: InvoiceSheet, invoice: InvoiceData, texts: InvoiceTexts): Block {
  const { currency, locale, totals } = invoice;
  const qr = qrBlock(sheet, invoice, texts);
  const width = sheet.width - (qr === null ? 0 : qr.width + 14);
  const amount = `${formatMoney(totals.total, locale)} ${currencySign(currency, locale)}`;
  const words = texts.amountInWords + amountInWords(totals.total, currency, locale);
  const due = invoice.dueDate === null ? null : `${texts.dueDate} ${formatLongDate(invoice.dueDate, locale)}`;
  const blocks = [
    sheet.text(texts.lineCount(invoice.lines.length, amount), width, style),
    sheet.text(words, width, strong),
    due === null ? null : sheet.text(due, width, style),
    texts.bankPosition === 'bottom' ? bankBlock(sheet, invoice.seller, texts, width) : null,
  ].filter((block) => block !== null);
  const textHeight = blocks.reduce((sum, block) => sum + block.height + gap, 0);
  const draw = (x: number, y: number): void => {
    let top = y;
    for (const block of blocks) {
      block.draw(x, top);
      top += block.height + gap;
    }
    qr?.draw(x + sheet.width - qr.width, y);
  };
  return { height: Math.max(textHeight, qr?.height ?? 0), draw };
}

/** Writes the comment below; a long one goes on over pages. */
export function drawComment(sheet: InvoiceSheet, comment: string, texts: InvoiceTexts): void {
  const paragraphs = `${texts.comment} ${comment.trim()}`.split(/\r\n|[\r\n]/);
  for (const paragraph of paragraphs)
    for (const line of sheet.wrap(paragraph, sheet.width, style))
      sheet.place(sheet.text(line, sheet.width + 1, style));
  sheet.y += gap;
}

function isSoleProprietor(seller: InvoiceSeller): boolean {
  return (seller.requisites['inn'] ?? '').length === 12 || (seller.requisites['rnokpp'] ?? '') !== '';
}

/** Prepares the lines for signatures, those who sign named beside them. */
export function signatureBlock(sheet: InvoiceSheet, seller: InvoiceSeller, texts: InvoiceTexts): Block {
  const { director, accountant, soleProprietor } = texts.signatures;
  const signers: [label: string, name: string | null][] = isSoleProprietor(seller)
    ? [[soleProprietor, seller.director]]
    : [
        [director, seller.director],
        ...(accountant === null ? [] : [[accountant, seller.accountant] as [string, string | null]]),
      ];
  const slot = sheet.width / 2 - 8;
  const draw = (x: number, y: number): void =>
    signers.forEach(([label, name], index) => {
      const left = x + index * (slot + 16);
      const baseline = y + 29;
      const labelWidth = sheet.widthOf(label, strong) + 6;
      sheet.line(label, left, y + 19, slot, strong);
      sheet.rule(left + labelWidth, baseline, left + slot, baseline);
      if (name !== null)
        sheet
          .text(`(${name})`, slot - labelWidth, { font: 'regular', size: 7.5 }, 'center', 1)
          .draw(left + labelWidth, baseline + 2);
    });
  return { height: 44, draw };
}
