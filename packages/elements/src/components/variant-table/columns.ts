import type { Option, Variant } from '@kontor/sdk';

import type { Words } from '../../locale/words.js';

/** `item` joins options and SKU where there is no room for a column each. */
export type ColumnKey = 'item' | 'sku' | 'option' | 'pack' | 'stock' | 'price' | 'quantity' | 'sum';

/** One column of the variant table. */
export interface Column {
  readonly key: ColumnKey;
  readonly label: string;
  readonly isNumeric: boolean;
  /** Least width in pixels; what is left over is shared by those that grow. */
  readonly width: number;
  readonly grows: number;
  /** Whose values it shows. */
  readonly option?: Option;
}

/** What this buyer gets to see. */
export interface Sight {
  readonly prices: boolean;
  readonly stock: boolean;
  readonly quantities: boolean;
}

/** Two lines a row below `narrow`; options in columns of their own when there is room for all. */
export type Mode = 'narrow' | 'medium' | 'wide';

/** Columns of every width; which of them fit is another question. */
export interface Shape {
  readonly wide: readonly Column[];
  readonly medium: readonly Column[];
  readonly narrow: readonly Column[];
}

/** Pixels below which rows have two lines. */
export const narrowBelow = 600;
const widthOf = (characters: number): number => Math.ceil(characters * 7.9) + 26;
const isNumeric = (value: string): boolean => /^\d+([.,]\d+)?$/.test(value);

export function shapeOf(
  variants: readonly Variant[],
  options: readonly Option[],
  sight: Sight,
  words: Words,
  currency: string | undefined,
): Shape {
  let longestSku = 6;
  let unit = variants[0]?.unit.name;
  let hasPacks = false;
  for (const each of variants) {
    longestSku = Math.max(longestSku, each.sku.length);
    if (each.unit.name !== unit) unit = undefined;
    hasPacks ||= each.orderingRule.step !== '1';
  }
  const money = currency === undefined ? undefined : words.currency(currency);

  const column = (key: ColumnKey, label: string, width: number, more: Partial<Column> = {}): Column => ({
    key,
    label,
    width,
    isNumeric: false,
    grows: 0,
    ...more,
  });
  const figures = [
    ...(sight.stock ? [column('stock', words.t('table.stock'), 200, { grows: 3 })] : []),
    ...(sight.prices
      ? [
          column(
            'price',
            money && unit
              ? `${words.t('table.price')}, ${words.t('price.perUnit', { currency: money, unit })}`
              : words.t('table.price'),
            136,
            { isNumeric: true },
          ),
        ]
      : []),
    ...(sight.quantities ? [column('quantity', words.t('table.quantity'), 120, { isNumeric: true })] : []),
  ];
  const sum =
    sight.quantities && sight.prices
      ? [
          column('sum', money ? `${words.t('table.sum')}, ${money}` : words.t('table.sum'), 112, {
            isNumeric: true,
          }),
        ]
      : [];
  const item = column('item', words.t('table.variant'), 190, { grows: 4 });
  return {
    wide: [
      column('sku', words.t('table.sku'), widthOf(Math.min(longestSku, 26)), {
        grows: options.length === 0 ? 2 : 0,
      }),
      ...options.map((option) => {
        const label = option.unit === null ? option.name : `${option.name}, ${option.unit}`;
        const longest = option.values.reduce((most, { length }) => Math.max(most, length), 0);
        return column('option', label, Math.min(widthOf(Math.max(label.length, longest * 1.05)), 190), {
          option,
          isNumeric: option.values.every(isNumeric),
          grows: option.values.every(isNumeric) ? 0 : 1,
        });
      }),
      ...(hasPacks
        ? [
            column('pack', words.t('table.pack'), Math.max(76, widthOf(words.t('table.pack').length)), {
              isNumeric: true,
            }),
          ]
        : []),
      ...figures,
      ...sum,
    ],
    medium: [item, ...figures, ...sum],
    narrow: [item, ...figures],
  };
}

const leastWidth = (columns: readonly Column[]): number => columns.reduce((sum, { width }) => sum + width, 0);

/** The fullest table that fits into a width. */
export function columnsFor(shape: Shape, width: number): { mode: Mode; columns: readonly Column[] } {
  if (width < narrowBelow) return { mode: 'narrow', columns: shape.narrow };
  if (leastWidth(shape.wide) <= width) return { mode: 'wide', columns: shape.wide };
  const fitting =
    leastWidth(shape.medium) <= width ? shape.medium : shape.medium.filter(({ key }) => key !== 'sum');
  return { mode: 'medium', columns: fitting };
}

/** Columns as `grid-template-columns`: the same tracks in each row. */
export const tracks = (columns: readonly Column[]): string =>
  columns.map(({ width, grows }) => (grows > 0 ? `minmax(${width}px, ${grows}fr)` : `${width}px`)).join(' ');
