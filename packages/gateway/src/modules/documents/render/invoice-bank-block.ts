import type { InvoiceBank, InvoiceSeller } from './invoice-data.js';
import { requisiteList } from './invoice-parties.js';
import type { Block, InvoiceSheet } from './invoice-sheet.js';
import type { InvoiceTexts } from './invoice-texts.js';

const style = { font: 'regular', size: 8.5 } as const;
const strong = { font: 'bold', size: 8.5 } as const;
const caption = { font: 'regular', size: 6.5, color: '#555555' } as const;
const padding = 4;
const maxLines = 6;

/** The table at the head of a Russian invoice, field by field where a payment order has it. */
function russianBlock(
  sheet: InvoiceSheet,
  seller: InvoiceSeller,
  bank: InvoiceBank,
  texts: InvoiceTexts,
): Block {
  const leftWidth = sheet.width * 0.58;
  const labelWidth = 46;
  const valueX = leftWidth + labelWidth;
  const step = sheet.lineHeight(style);
  const bankName = sheet.text(bank.name, leftWidth - 2 * padding, style, 'left', maxLines);
  const payeeName = sheet.text(seller.name, leftWidth - 2 * padding, strong, 'left', maxLines);
  const taxHeight = step + 2 * padding;
  const bankHeight = Math.max(bankName.height + step + 2 * padding, 2 * taxHeight);
  const payeeHeight = payeeName.height + step + 2 * padding;
  const captionDrop = step + padding - 3;

  const draw = (x: number, y: number): void => {
    const taxY = y + bankHeight;
    const payeeY = taxY + taxHeight;
    const bottom = payeeY + payeeHeight;
    const right = x + sheet.width;
    const pair = (label: string, value: string, top: number): void => {
      sheet.line(label, x + leftWidth + padding, top + padding, labelWidth, style);
      sheet.line(value, x + valueX + padding, top + padding, sheet.width - valueX, style);
    };
    sheet.frame(x, y, sheet.width, bottom - y);
    sheet.rule(x, taxY, right, taxY);
    sheet.rule(x, payeeY, x + leftWidth, payeeY);
    sheet.rule(x + leftWidth, y, x + leftWidth, bottom);
    sheet.rule(x + valueX, y, x + valueX, bottom);
    sheet.rule(x + leftWidth / 2, taxY, x + leftWidth / 2, payeeY);
    sheet.rule(x + leftWidth, y + taxHeight, right, y + taxHeight);

    bankName.draw(x + padding, y + padding);
    sheet.line(texts.bank.payeeBank, x + padding, taxY - captionDrop, leftWidth, caption);
    pair(texts.bank.bik, bank.bik ?? '', y);
    pair(texts.bank.correspondentAccount, bank.correspondentAccount ?? '', y + taxHeight);
    sheet.line(
      `${texts.requisites['inn']} ${seller.requisites['inn'] ?? ''}`,
      x + padding,
      taxY + padding,
      leftWidth,
      style,
    );
    const kpp = `${texts.requisites['kpp']} ${seller.requisites['kpp'] ?? ''}`;
    sheet.line(kpp, x + leftWidth / 2 + padding, taxY + padding, leftWidth, style);
    pair(texts.bank.account, bank.account ?? '', taxY);
    payeeName.draw(x + padding, payeeY + padding);
    sheet.line(texts.bank.payee, x + padding, bottom - captionDrop, leftWidth, caption);
  };
  return { height: bankHeight + taxHeight + payeeHeight, draw };
}

/** A framed list of label and value, for accounts of other countries. */
function listBlock(
  sheet: InvoiceSheet,
  seller: InvoiceSeller,
  bank: InvoiceBank,
  texts: InvoiceTexts,
  width: number,
): Block {
  const labels = texts.bank;
  const rows: [label: string, value: string][] = [
    [labels.payee, [seller.name, ...requisiteList(seller, texts)].join(', ')],
    [labels.payeeBank, bank.name],
    [labels.bik, bank.bik ?? ''],
    [labels.correspondentAccount, bank.correspondentAccount ?? ''],
    [labels.account, bank.account ?? ''],
    [labels.iban, (bank.iban ?? '').replace(/(.{4})(?=.)/g, '$1\u00a0')],
    [labels.swift, bank.swift ?? ''],
  ];
  const filled = rows.filter(([, value]) => value !== '');
  const labelWidth = Math.max(...filled.map(([label]) => sheet.widthOf(label, style))) + 3 * padding;
  const cells = filled.map(([label, value]) => {
    const block = sheet.text(value, width - labelWidth - padding, strong, 'left', maxLines);
    return { label, block };
  });
  const gap = 2;
  const height = cells.reduce((sum, { block }) => sum + block.height + gap, 2 * padding - gap);
  const draw = (x: number, y: number): void => {
    sheet.frame(x, y, width, height);
    let top = y + padding;
    for (const { label, block } of cells) {
      sheet.line(label, x + padding, top, labelWidth, style);
      block.draw(x + labelWidth, top);
      top += block.height + gap;
    }
  };
  return { height, draw };
}

/** Prepares the payment details in the form that the account's country and the invoice's language call for. */
export function bankBlock(
  sheet: InvoiceSheet,
  seller: InvoiceSeller,
  texts: InvoiceTexts,
  width: number,
): Block | null {
  const { bank } = seller;
  if (bank === null) return null;
  const isRussian = bank.bik !== null && bank.account !== null && texts.bankPosition === 'top';
  return isRussian ? russianBlock(sheet, seller, bank, texts) : listBlock(sheet, seller, bank, texts, width);
}
