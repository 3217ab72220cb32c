import type { Variant } from '@kontor/sdk';

export const rowCount = 10_000;
export const rowHeight = 48;

/** What our table is given. */
export const variants = Array.from({ length: rowCount }, (_, index): Variant => ({
  sku: `SW-${String(index)}`,
  productId: 'bench',
  name: `Screw ${String(index)}`,
  options: { diameter: String(3 + (index % 7)), length: String(10 + (index % 50)) },
  attributes: [],
  barcodes: [],
  unit: { code: '796', name: 'pcs' },
  orderingRule: { min: '10', step: '10', max: null, packs: [] },
  picture: null,
  status: 'active',
  analogueCount: 0,
}));

/** Fields of a row as peers show them; `quantity` is a field to type into. */
export const fields = ['sku', 'diameter', 'length', 'pack', 'stock', 'price', 'quantity', 'sum'] as const;
export type Field = (typeof fields)[number];
export type PlainRow = Record<Field, string>;

/** The same rows for peers, with everything in them from the start. */
export const plainRows = variants.map(({ sku, options }, index): PlainRow => ({
  sku,
  diameter: options['diameter'] ?? '',
  length: options['length'] ?? '',
  pack: '10',
  stock: `${String(100 + (index % 900))} · Warehouse`,
  price: '1.0840',
  quantity: '',
  sum: '–',
}));

/** Every row has a field for its quantity, in every table. */
export function quantityField(): HTMLInputElement {
  const field = document.createElement('input');
  field.inputMode = 'decimal';
  field.placeholder = '0';
  field.style.width = '90%';
  return field;
}
