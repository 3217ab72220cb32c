import { numbers, words, type Axis, type FamilyRule, type FamilyUnit, type Numbers } from '../family.js';

/** Axes, units and rules that many families share. */

export const kilogram: FamilyUnit = { code: '166', name: 'кг' };
export const pack: FamilyUnit = { code: '778', name: 'упак' };
export const metre: FamilyUnit = { code: '006', name: 'м' };
export const litre: FamilyUnit = { code: '112', name: 'л' };

export const diameters = (values: readonly number[], essential: readonly number[] = []): Axis =>
  numbers('diameter', 'Диаметр', 'Diameter', 'мм', values, essential);
export const lengths = (values: readonly number[], essential: readonly number[] = []): Axis =>
  numbers('length', 'Длина', 'Length', 'мм', values, essential);
export const boltLengths = [
  6, 8, 10, 12, 14, 16, 18, 20, 22, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 80, 90, 100, 110, 120, 140, 150,
  160, 180, 200,
];
export const screwLengths = [
  10, 12, 13, 16, 19, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 90, 100, 110, 120, 130, 140, 150,
  160, 180, 200,
];
export const threads = [2, 2.5, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 27, 30, 36];

export const brands = (...names: string[]): Axis => words('brand', 'Бренд', 'Brand', names);
export const fastenerBrands = brands(
  'Крепмастер|Крепмастер|Krepmaster|KM|1',
  'Уралметиз|Уралметиз|Uralmetiz|УМ|0.94',
);
export const toolBrands = brands(
  'Зубр-Про|Зубр-Про|Zubr-Pro|ZP|1',
  'Fixar|Fixar|Fixar|FX|1.15',
  'Hartwerk|Hartwerk|Hartwerk|HW|1.6',
  'Ермак|Ермак|Ermak|ЕР|0.82',
);
/** Coatings by the gender of the noun: `bolt` (m), `nut` (f), `hardware` (n). */
export const boltCoatings = words(
  'coating',
  'Покрытие',
  'Coating',
  [
    'цинк|оцинкованный|zinc plated|ZN|1',
    'без покрытия||plain|BP|0.9',
    'горячий цинк|горячеоцинкованный|hot-dip galvanised|HDG|1.48',
  ],
  ['цинк'],
);
export const nutCoatings = words(
  'coating',
  'Покрытие',
  'Coating',
  [
    'цинк|оцинкованная|zinc plated|ZN|1',
    'без покрытия||plain|BP|0.9',
    'горячий цинк|горячеоцинкованная|hot-dip galvanised|HDG|1.48',
  ],
  ['цинк'],
);
export const twoCoatings = words('coating', 'Покрытие', 'Coating', [
  'цинк|цинк|zinc|ZN|1',
  'жёлтый цинк|жёлтый цинк|yellow zinc|YZ|1.05',
]);
export const stainless = words('material', 'Материал', 'Material', ['A2|A2|A2|A2|1', 'A4|A4|A4|A4|1.55']);
export const steels = words('material', 'Материал', 'Material', [
  'сталь, цинк|цинк|zinc|ZN|1',
  'A2|A2|A2|A2|4.4',
  'A4|A4|A4|A4|6.7',
]);
export const strengths = (...values: string[]): Axis =>
  words('strength', 'Класс прочности', 'Strength class', values);
export const packing = words('packing', 'Фасовка', 'Packing', [
  'россыпь|||R|1',
  '200 шт|200 шт|200 pcs|200|1.08',
  '1000 шт|1000 шт|1000 pcs|1000|1.03',
]);
export const colours = words('colour', 'Цвет', 'Colour', [
  'белый|белый|white|БЕЛ|1',
  'чёрный|чёрный|black|ЧЕР|1',
  'серый|серый|grey|СЕР|1',
  'прозрачный|прозрачный|clear|ПРО|1.05',
  'коричневый|коричневый|brown|КОР|1',
]);
export const ral = words(
  'colour',
  'Цвет RAL',
  'RAL colour',
  [
    '9003',
    '8017',
    '6005',
    '5005',
    '3005',
    '1014',
    '1015',
    '7004',
    '7024',
    '9005',
    '9006',
    '3011',
    '6002',
    '5021',
    '8004',
    '2004',
    '6029',
    '3003',
  ].map((code) => `RAL ${code}|RAL ${code}|RAL ${code}|${code}|1`),
);

/** Steel of this diameter and length at a price for a kilogram, in roubles. */
export const byWeight =
  (rate: number) =>
  (of: Numbers): number =>
    (rodGrams(of) / 1000) * rate + 0.08;
/** Grams of a steel rod with a head. */
export const rodGrams = ({ diameter = 1, length = 10 }: Numbers): number =>
  Number((diameter * diameter * (length + diameter * 1.3) * 0.0061).toFixed(3));
/** A pack of small fasteners, by diameter. */
export function packRule({ diameter = 6, length = 20 }: Numbers): FamilyRule {
  const size = diameter * length;
  const count =
    size <= 60 ? 1000 : size <= 200 ? 500 : size <= 500 ? 200 : size <= 1000 ? 100 : size <= 2000 ? 50 : 1;
  return packOf(count);
}
/** Whole packs of this many pieces. */
export function packOf(count: number): FamilyRule {
  if (count === 1) return { min: '1', step: '1' };
  const text = String(count);
  return {
    min: text,
    step: text,
    packs: [
      { name: 'упаковка', quantity: text },
      { name: 'короб', quantity: String(count * 10) },
    ],
  };
}
/** A length that goes with a diameter: not stubbier than `least` and not longer than `most` diameters. */
export const slender =
  (least: number, most: number) =>
  ({ diameter = 1, length = 1 }: Numbers): boolean =>
    length >= diameter * least && length <= diameter * most;
