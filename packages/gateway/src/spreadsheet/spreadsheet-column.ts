/** One column of an exported table. */
export interface SpreadsheetColumn {
  readonly title: string;
  /** Width in characters of the standard font; CSV has none and ignores it. */
  readonly width: number;
  /** `text` is always a string; `number` and `money` hold decimal strings and become numbers. */
  readonly kind: 'text' | 'number' | 'money';
  /** Decimals shown. @default 2 for `money`; for `number` as many as the value has */
  readonly digits?: number;
}

/** Cells by column; a decimal string such as `-1234.5` in `number` and `money` columns, null for an empty cell. */
export type SpreadsheetRow = readonly (string | null)[];

/** Rows of a table that may be produced while they are written. */
export type SpreadsheetRows = AsyncIterable<SpreadsheetRow> | Iterable<SpreadsheetRow>;

const decimalPattern = /^-?\d+(?:\.\d+)?$/;

/** Tells whether a cell is written as a number; other words in a number column ("on request") are written as text. */
export function isNumberCell(column: SpreadsheetColumn, cell: string): boolean {
  return column.kind !== 'text' && decimalPattern.test(cell);
}

/** Decimals that a column shows, undefined for "as many as there are". */
export function shownDigits(column: SpreadsheetColumn): number | undefined {
  return column.digits ?? (column.kind === 'money' ? 2 : undefined);
}
