import { foldName } from '@kontor/commerceml';
import type { AnalogueRow } from '@kontor/contract';

import { readCsv } from '../../spreadsheet/csv-reader.js';

type Reason = NonNullable<AnalogueRow['analogues'][number]['reason']>;

/** A line of a table of analogues. */
export interface AnalogueLine {
  /** Of the file, from 1. */
  readonly line: number;
  /** SKU of the variant, or its id or its product's id in 1C. */
  readonly variant: string;
  /** Named in the same ways. */
  readonly analogue: string;
  /** `unknown` where the table says something that is no reason. */
  readonly reason: Reason | 'unknown';
  /** How many of the analogue replace one, a decimal string; `wrong` where it is no such number. */
  readonly ratio: string;
}

/** What is in a table of analogues. */
export interface AnalogueTable {
  readonly lines: readonly AnalogueLine[];
  /** Titles of columns that mean nothing here, a comment for example. */
  readonly ignoredColumns: readonly string[];
}

/** A table without the columns that it needs. */
export class TableError extends Error {
  constructor(titles: readonly string[]) {
    super(
      `The first line has to name the columns, at least "Артикул" and "Аналог" (or "SKU" and "Analogue"); it has ${titles.map((title) => `"${title}"`).join(', ') || 'none'}.`,
    );
    this.name = 'TableError';
  }
}

/** Titles of columns, in Russian, Ukrainian and English. */
const titlesOf = {
  variant: ['Артикул', 'Артикул товара', 'Товар', 'Номенклатура', 'Ид', 'SKU', 'Variant', 'Article', 'Id'],
  analogue: ['Аналог', 'Артикул аналога', 'Ид аналога', 'Замена', 'Analogue', 'Analog', 'Analogue SKU'],
  reason: ['Вид', 'Вид аналога', 'Причина', 'Вид аналогу', 'Reason', 'Kind'],
  ratio: ['Коэффициент', 'Коефіцієнт', 'Ratio'],
} as const;
type Column = keyof typeof titlesOf;
const columns = Object.keys(titlesOf) as Column[];

const words: Readonly<Record<Reason, readonly string[]>> = {
  equivalent: ['', 'equivalent', 'равноценный', 'эквивалент', 'аналог', 'рівноцінний', 'еквівалент'],
  newer: ['newer', 'новее', 'новый', 'новіший', 'новий'],
  cheaper: ['cheaper', 'дешевле', 'дешевый', 'дешевший', 'дешевше'],
  competitor: ['competitor', 'конкурент', 'другая марка', 'інша марка', 'other brand'],
};
const reasons = new Map(
  (Object.keys(words) as Reason[]).flatMap((reason) =>
    words[reason].map((word) => [foldName(word), reason] as const),
  ),
);

/**
 * Reads a table of analogues, one link a line, best first; see `readCsv` for its form.
 * @throws TableError when its first line does not name the columns
 */
export function readAnalogueTable(bytes: Uint8Array): AnalogueTable {
  const [head, ...rows] = readCsv(bytes);
  const titles = head?.cells ?? [];
  const at = placesOf(titles);
  const { variant, analogue } = at;
  if (variant === undefined || analogue === undefined) throw new TableError(titles);
  const cell = (cells: readonly string[], column: Column): string => cells[at[column] ?? -1] ?? '';
  return {
    lines: rows.map(({ line, cells }) => ({
      line,
      variant: cell(cells, 'variant'),
      analogue: cell(cells, 'analogue'),
      reason: reasons.get(foldName(cell(cells, 'reason'))) ?? 'unknown',
      ratio: ratioOf(cell(cells, 'ratio')),
    })),
    ignoredColumns: titles.filter((title, index) => title !== '' && !Object.values(at).includes(index)),
  };
}

/** Where columns stand; of two with one meaning the first counts. */
function placesOf(titles: readonly string[]): Partial<Record<Column, number>> {
  const folded = titles.map(foldName);
  return Object.fromEntries(
    columns.flatMap((column) => {
      const index = folded.findIndex((title) => titlesOf[column].some((known) => foldName(known) === title));
      return index < 0 ? [] : [[column, index] as const];
    }),
  );
}

/** Up to six decimals, more than nothing; people write a comma. */
function ratioOf(text: string): string {
  if (text === '') return '1';
  const ratio = text.replaceAll(/\s/g, '').replace(',', '.');
  return /^\d{1,6}(\.\d{1,6})?$/.test(ratio) && Number(ratio) > 0 ? ratio : 'wrong';
}
