import type { Option, Variant } from '@kontor/sdk';

const values = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(from + index));

/** What the screws differ in. */
export const screwOptions: readonly Option[] = [
  { code: 'diameter', name: 'Diameter', unit: 'mm', values: values(3, 100) },
  { code: 'length', name: 'Length', unit: 'mm', values: values(10, 100) },
];

/** Screws in a hundred diameters and a hundred lengths. */
export const tenThousand: readonly Variant[] = Array.from({ length: 10_000 }, (_, index) => ({
  sku: `SW-${String(index).padStart(5, '0')}`,
  productId: 'screws',
  name: `Screw ${String(index)}`,
  options: { diameter: String(3 + Math.floor(index / 100)), length: String(10 + (index % 100)) },
  attributes: [],
  barcodes: [],
  unit: { code: '796', name: 'pcs' },
  orderingRule: { min: '10', step: '10', max: null, packs: [] },
  picture: null,
  status: 'active',
  analogueCount: 0,
}));
