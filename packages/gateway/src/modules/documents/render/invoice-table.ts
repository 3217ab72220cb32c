import { cellPadding, cellStyle, headerStyle, invoiceColumns } from './invoice-columns.js';
import type { InvoiceColumn } from './invoice-columns.js';
import type { InvoiceData, InvoiceLine } from './invoice-data.js';
import type { Block, InvoiceSheet } from './invoice-sheet.js';
import type { InvoiceTexts } from './invoice-texts.js';

/** Longest cell: a row never exceeds a page. */
const maxLines = 40;
const rowPadding = 2.5;

/** Prepares the row of a line, or the header when there is none. */
function rowBlock(sheet: InvoiceSheet, columns: readonly InvoiceColumn[], line: InvoiceLine | null): Block {
  const isHeader = line === null;
  const style = isHeader ? headerStyle : cellStyle;
  const cells = columns.map((column) => {
    const text = isHeader ? column.title : column.value(line);
    const align = isHeader ? 'center' : column.align;
    return {
      width: column.width,
      block: sheet.text(text, column.width - 2 * cellPadding, style, align, maxLines),
    };
  });
  const height = Math.max(...cells.map(({ block }) => block.height)) + 2 * rowPadding;
  const draw = (x: number, y: number): void => {
    if (isHeader) sheet.doc.rect(x, y, sheet.width, height).fill('#eeeeee');
    sheet.frame(x, y, sheet.width, height);
    let cellX = x;
    for (const { width, block } of cells) {
      if (cellX > x) sheet.rule(cellX, y, cellX, y + height);
      block.draw(cellX + cellPadding, y + rowPadding);
      cellX += width;
    }
  };
  return { height, draw };
}

/** Draws the lines of the invoice; every page that they reach begins with the header. */
export function drawTable(sheet: InvoiceSheet, invoice: InvoiceData, texts: InvoiceTexts): void {
  const columns = invoiceColumns(sheet, invoice, texts);
  const header = rowBlock(sheet, columns, null);

  const first = invoice.lines[0];
  if (!sheet.fits(header.height + (first === undefined ? 0 : rowBlock(sheet, columns, first).height)))
    sheet.newPage();
  sheet.place(header);
  for (const line of invoice.lines) {
    const row = rowBlock(sheet, columns, line);
    if (!sheet.fits(row.height)) {
      sheet.newPage();
      sheet.place(header);
    }
    sheet.place(row);
  }
}
