import { isNumberCell } from './spreadsheet-column.js';
import type { SpreadsheetColumn, SpreadsheetRow, SpreadsheetRows } from './spreadsheet-column.js';
import { SpreadsheetError } from './spreadsheet-error.js';
import type { XlsxStyles } from './xlsx-styles.js';
import { escapeXlsxText } from './xlsx-text.js';

/** Rows that a sheet holds, the header included. */
const maxSheetRows = 1_048_576;
const maxSheetColumns = 16_384;
/** Characters of XML that are handed on at once: compression is paid per piece, not per row. */
const pieceLength = 64 * 1024;
const outerSpace = /^\s|\s$|\s\s|[\t\r\n]/;

function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function textCell(reference: string, style: number, text: string): string {
  const space = outerSpace.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${escapeXlsxText(text)}</t></is></c>`;
}

function sheetStart(columns: readonly SpreadsheetColumn[]): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData>`
  );
}

function sheetEnd(lastCell: string): string {
  return (
    `</sheetData><autoFilter ref="A1:${lastCell}"/>` +
    // Article numbers made of digits are texts on purpose: without this every one wears a warning triangle.
    `<ignoredErrors><ignoredError sqref="A1:${lastCell}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  );
}

/**
 * Writes the worksheet part in pieces of some hundred rows.
 *
 * @throws {SpreadsheetError} `too_many_columns` before the first piece, `too_many_rows` at the row that does not fit.
 */
export async function* writeSheet(
  columns: readonly SpreadsheetColumn[],
  rows: SpreadsheetRows,
  styles: XlsxStyles,
) {
  if (columns.length > maxSheetColumns) throw new SpreadsheetError('too_many_columns', maxSheetColumns);
  const cells = columns.map((column, index) => ({
    column,
    name: columnName(index),
    style: styles.numbers[index] ?? 0,
  }));
  const writeRow = (row: SpreadsheetRow, number: number): string => {
    let xml = `<row r="${number}">`;
    cells.forEach(({ column, name, style }, index) => {
      const cell = row[index] ?? '';
      if (cell === '') return;
      const reference = name + String(number);
      if (isNumberCell(column, cell)) xml += `<c r="${reference}" s="${style}"><v>${cell}</v></c>`;
      else xml += textCell(reference, styles.text, cell);
    });
    return xml + '</row>';
  };

  const header = cells.map(({ column, name }) => textCell(`${name}1`, styles.header, column.title));
  let piece = `${sheetStart(columns)}<row r="1">${header.join('')}</row>`;
  let number = 1;
  for await (const row of rows as AsyncIterable<SpreadsheetRow>) {
    number += 1;
    if (number > maxSheetRows) throw new SpreadsheetError('too_many_rows', maxSheetRows);
    piece += writeRow(row, number);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece + sheetEnd(columnName(columns.length - 1) + String(number));
}
