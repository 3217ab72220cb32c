import type { Variant } from '@kontor/sdk';

/** One row of a pasted block and what it means. */
export type PastedRow =
  | { readonly status: 'set'; readonly sku: string; readonly quantity: string }
  | { readonly status: 'notFound' | 'notANumber'; readonly text: string };

/** What was pasted, with the way back. */
export interface Paste {
  readonly rows: readonly PastedRow[];
  /** Quantities before. */
  readonly undo: readonly { sku: string; quantity: string }[];
}

/** What a block is laid over. */
export interface PasteTarget {
  /** Rows in view order, the first one where it was pasted. */
  readonly from: readonly Variant[];
  /** All variants by SKU in capitals, for blocks with a column of SKUs. */
  readonly bySku: ReadonlyMap<string, Variant>;
  readonly parse: (text: string) => string | undefined;
}

/** Whether a text is a block of cells, and not something for one cell. */
export const isBlock = (text: string): boolean => /[\t\n]/.test(text.replace(/[\r\n]+$/, ''));

/**
 * Reads cells as spreadsheets copy them. One column fills downward from the row where it was pasted, an empty cell leaves its
 * row alone; two columns are SKU and quantity. One outcome a row, in order.
 */
export function readBlock(text: string, { from, bySku, parse }: PasteTarget): readonly PastedRow[] {
  const cells = text
    .replace(/[\r\n]+$/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  const hasSkus = cells.some((row) => row.length > 1);
  return cells.flatMap((row, index): PastedRow[] => {
    const [sku = '', second = ''] = row;
    const shown = row.join(' ').trim();
    if (shown === '') return [];
    const variant = hasSkus ? bySku.get(sku.toUpperCase()) : from[index];
    if (!variant) return [{ status: 'notFound', text: shown }];
    const quantity = parse(hasSkus ? second : sku);
    return [
      quantity === undefined
        ? { status: 'notANumber', text: shown }
        : { status: 'set', sku: variant.sku, quantity },
    ];
  });
}
