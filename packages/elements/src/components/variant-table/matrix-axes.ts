import type { Option, Variant } from '@kontor/sdk';

/** What a matrix is spread over: rows by one option, columns by another, or one column alone. */
export interface MatrixAxes {
  readonly rows: Option;
  readonly columns: Option | undefined;
  /** Variant of a row and a column by their values; undefined where there is none. */
  readonly at: (row: string, column: string | undefined) => Variant | undefined;
}

/** Cells beyond which a table is easier. */
const mostCells = 400;
const mostColumns = 14;

/**
 * Axes for variants that differ in one option or in two; undefined when there is no matrix of them. Options that the filter
 * has narrowed to one value are no axes.
 */
export function axesOf(variants: readonly Variant[], options: readonly Option[]): MatrixAxes | undefined {
  if (options.length < 2 || variants.length < 2 || variants.length > mostCells) return undefined;
  const varying = options
    .map((option) => ({ ...option, values: present(option, variants) }))
    .filter(({ values }) => values.length > 1)
    .sort((left, right) => right.values.length - left.values.length);
  const [rows, columns, third] = varying;
  if (!rows || third || (columns && columns.values.length > mostColumns)) return undefined;
  if (rows.values.length * (columns?.values.length ?? 1) > mostCells) return undefined;
  const byPlace = new Map(variants.map((each) => [placeOf(each, rows, columns), each]));
  // Two variants in one place: something else tells them apart.
  if (byPlace.size !== variants.length) return undefined;
  return { rows, columns, at: (row, column) => byPlace.get(`${row}\n${column ?? ''}`) };
}

const present = ({ code, values }: Option, variants: readonly Variant[]): string[] => {
  const found = new Set(variants.map(({ options }) => options[code]));
  return values.filter((value) => found.has(value));
};

const placeOf = ({ options }: Variant, rows: Option, columns: Option | undefined): string =>
  `${options[rows.code] ?? ''}\n${columns ? (options[columns.code] ?? '') : ''}`;

/** Axes of the rows of this moment, worked out again only for other rows. */
export class AxesOfRows {
  #rows: readonly Variant[] | undefined;
  #axes: MatrixAxes | undefined;

  of(rows: readonly Variant[], options: readonly Option[]): MatrixAxes | undefined {
    if (rows !== this.#rows) this.#axes = axesOf(rows, options);
    this.#rows = rows;
    return this.#axes;
  }
}
