import type { ODataRow } from './client.js';

const emptyReference = '00000000-0000-0000-0000-000000000000';

/** A reference; undefined where it is empty or not there. */
export function reference(row: ODataRow, field: string | undefined): string | undefined {
  const value = textOf(row, field);
  return value === '' || value === emptyReference ? undefined : value.toLowerCase();
}

/** A text without the spaces that 1C fills it up with. */
export function textOf(row: ODataRow, field: string | undefined): string {
  const value = field === undefined ? undefined : row[field];
  return typeof value === 'string' ? value.trim() : '';
}

/** A calendar date; undefined for 1C's empty date. */
export function dateOf(row: ODataRow, field: string | undefined): string | undefined {
  const day = textOf(row, field).slice(0, 10);
  return day === '' || day.startsWith('0001-') ? undefined : day;
}

/** A number as a decimal text; undefined where there is none. */
export function numberOf(row: ODataRow, field: string | undefined): string | undefined {
  const value = field === undefined ? undefined : row[field];
  if (typeof value === 'number') return /e/i.test(String(value)) ? value.toFixed(6) : String(value);
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? value.trim() : undefined;
}

export const isTrue = (row: ODataRow, field: string | undefined): boolean =>
  field !== undefined && (row[field] === true || row[field] === 'true');

/** Rows of a tabular part. */
export function tableOf(row: ODataRow, field: string | undefined): readonly ODataRow[] {
  const value = field === undefined ? undefined : row[field];
  return Array.isArray(value) ? (value as ODataRow[]) : [];
}

/** The id by which the exchange knows a variant. */
export function variantId(row: ODataRow, product: string, characteristic: string): string | undefined {
  const id = reference(row, product);
  const own = reference(row, characteristic);
  return id === undefined || own === undefined ? id : `${id}#${own}`;
}
