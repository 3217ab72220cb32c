import { shownDigits } from './spreadsheet-column.js';
import type { SpreadsheetColumn } from './spreadsheet-column.js';

/** The style part of a workbook and the style of each cell in it. */
export interface XlsxStyles {
  readonly xml: string;
  readonly header: number;
  readonly text: number;
  /** Style of the number cells by column. */
  readonly numbers: readonly number[];
}

function numberFormat(column: SpreadsheetColumn): string {
  const digits = shownDigits(column);
  if (digits === undefined) return 'General';
  const fraction = digits === 0 ? '' : '.' + '0'.repeat(digits);
  return (column.kind === 'money' ? '#,##0' : '0') + fraction;
}

// Text cells carry the format "@" and the quote prefix: they stay text even after somebody edits them.
const headerStyle =
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyFill="1"/>';
const textStyle =
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>';

/** Collects the styles that these columns need: header, text, and one per distinct number format. */
export function xlsxStyles(columns: readonly SpreadsheetColumn[]): XlsxStyles {
  const formats = [...new Set(columns.map(numberFormat))];
  const firstCustomId = 164;
  const formatXml = formats.map(
    (format, index) => `<numFmt numFmtId="${firstCustomId + index}" formatCode="${format}"/>`,
  );
  const numberStyles = formats.map(
    (_, index) =>
      `<xf numFmtId="${firstCustomId + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const cellStyles = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    headerStyle,
    textStyle,
    ...numberStyles,
  ];
  const xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="${formatXml.length}">${formatXml.join('')}</numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>' +
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEDEFF2"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cellStyles.length}">${cellStyles.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>';
  return {
    xml,
    header: 1,
    text: 2,
    numbers: columns.map((column) => 3 + formats.indexOf(numberFormat(column))),
  };
}
