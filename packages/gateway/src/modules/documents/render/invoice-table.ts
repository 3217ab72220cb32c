import { cellPadding, cellStyle, headerStyle, invoiceColumns } from './invoice-columns.js';
import type { InvoiceColumn } from './invoice-columns.js';
import type { InvoiceData } from './invoice-data.js';
import type { Block, InvoiceSheet, TextStyle } from './invoice-sheet.js';
import type { InvoiceTexts } from './invoice-texts.js';

/** Longest cell: a row never exceeds a page. */
const maxLines = 40;
const rowPadding = 2.5;

function rowBlock(sheet: InvoiceSheet, columns: readonly InvoiceColumn[], cells: readonly string[], style: TextStyle): Block {
  const isHeader = style === headerStyle;
  const blocks = columns.map(({ width, align }, index) =>
    sheet.text(cells[index]!, width - 2 * cellPadding, style, isHeader ? 'center' : align, maxLines),
  );
  const height = Math.max(...blocks.map((block) => block.height)) + 2 * rowPadding;
  const draw = (x: number, y: number): void => {
    if (isHeader) sheet.doc.rect(x, y, sheet.width, height).fill('#eeeeee');
    sheet.frame(x, y, sheet.width, height);
    let cellX = x;
    columns.forEach(({ width }, index) => {
      if (index > 0) sheet.rule(cellX, y, cellX, y + height);
      blocks[index]!.draw(cellX + cellPadding, y + rowPadding);
      cellX += width;
    });
  };
  return { height, draw };
}

/** Draws the lines of the invoice; every page that they reach begins with the header. */
export function drawTable(sheet: InvoiceSheet, invoice: InvoiceData, texts: InvoiceTexts): void {
  const columns = invoiceColumns(sheet, invoice, texts);
  const titles = columns.map((column) => column.title);
  const header = rowBlock(sheet, columns, titles, headerStyle);
  const rowOf = (line: InvoiceData['lines'][number]): Block =>
    rowBlock(sheet, columns, columns.map((column) => column.value(line)), cellStyle);

  const first = invoice.lines[0];
  if (!sheet.fits(header.height + (first === undefined ? 0 : rowOf(first).height))) sheet.newPage();
  sheet.place(header);
  for (const line of invoice.lines) {
    const row = rowOf(line);
    if (!sheet.fits(row.height)) {
      sheet.newPage();
      sheet.place(header);
    }
    sheet.place(row);
  }
}
