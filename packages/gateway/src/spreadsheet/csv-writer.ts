import type { CsvDialect } from './csv-dialect.js';
import { neutraliseText } from './formula-guard.js';
import { isNumberCell, shownDigits } from './spreadsheet-column.js';
import type { SpreadsheetColumn, SpreadsheetRow, SpreadsheetRows } from './spreadsheet-column.js';

const byteOrderMark = '\ufeff';
/** Characters that are encoded and handed on at once. */
const pieceLength = 64 * 1024;

// Both separators and the tab are quoted whatever the dialect is, so that a wrong guess of the reader splits less.
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

function quote(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function padDecimals(decimal: string, digits: number | undefined): string {
  if (digits === undefined || digits === 0) return decimal;
  const [whole, fraction = ''] = decimal.split('.');
  return `${whole}.${fraction.padEnd(digits, '0')}`;
}

function writeCell(column: SpreadsheetColumn, cell: string | null, dialect: CsvDialect): string {
  if (cell === null) return '';
  if (!isNumberCell(column, cell)) return quote(neutraliseText(cell));
  const padded = padDecimals(cell, shownDigits(column));
  const localised = padded.replace('.', dialect.decimal);
  return dialect.decimal === dialect.separator ? quote(localised) : localised;
}

/**
 * Writes a table as CSV (RFC 4180) in UTF-8 with a byte order mark, header first, piece by piece.
 * Numbers are never rounded, only padded to the digits of their column. Texts that look like formulas are
 * neutralised by an apostrophe; `restoreText` of `formula-guard.ts` gives them back.
 */
export async function* writeCsv(
  columns: readonly SpreadsheetColumn[],
  rows: SpreadsheetRows,
  dialect: CsvDialect,
): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  const line = (cells: readonly string[]): string => cells.join(dialect.separator) + '\r\n';
  let piece = byteOrderMark + line(columns.map((column) => quote(neutraliseText(column.title))));
  for await (const row of rows as AsyncIterable<SpreadsheetRow>) {
    piece += line(columns.map((column, index) => writeCell(column, row[index] ?? null, dialect)));
    if (piece.length < pieceLength) continue;
    yield encoder.encode(piece);
    piece = '';
  }
  if (piece !== '') yield encoder.encode(piece);
}
