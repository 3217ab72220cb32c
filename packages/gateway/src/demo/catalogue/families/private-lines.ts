import { words, type Family } from '../family.js';
import { byWeight, diameters, lengths, packRule, rodGrams, slender } from './shared-axes.js';

const grades = words('steel', 'Марка стали', 'Steel grade', [
  '35Х|35Х|35Cr|35|1',
  '40Х|40Х|40Cr|40|1.1',
  '25Х1МФ|25Х1МФ|25Cr1MoV|25|1.9',
  '09Г2С|09Г2С|09G2S|09|1.2',
]);

/** Lines that are made for the holding and that nobody else may see. */
export const privateLines: readonly Family[] = [
  {
    code: 'uralprom-flange-stud',
    category: 'uralprom-studs',
    drawing: 'threadedRod',
    standard: 'ГОСТ 9066-75',
    name: { ru: 'Шпилька фланцевая «Уралпром»', en: 'Flange stud Uralprom' },
    splits: [grades],
    axes: [
      diameters([12, 16, 20, 24, 27, 30, 36], [16]),
      lengths([80, 90, 100, 110, 120, 130, 140, 150, 160, 180, 200, 220, 240, 260], [100]),
    ],
    accepts: slender(4, 12),
    size: 'M{diameter}×{length}',
    sku: 'УПХ-Ш-{diameter}х{length}-{steel}',
    price: byWeight(380),
    weight: rodGrams,
    rule: packRule,
  },
  {
    code: 'uralprom-rail-bolt',
    category: 'uralprom-bolts',
    drawing: 'carriageBolt',
    standard: 'ГОСТ 11530-2014',
    name: { ru: 'Болт стыковой «Уралпром»', en: 'Rail joint bolt Uralprom' },
    splits: [grades],
    axes: [diameters([16, 18, 22, 24, 27]), lengths([88, 100, 115, 135, 150, 160, 175])],
    size: 'M{diameter}×{length}',
    sku: 'УПХ-Б-{diameter}х{length}-{steel}',
    price: byWeight(300),
    weight: rodGrams,
    rule: packRule,
  },
  {
    code: 'uralprom-liner-bolt',
    category: 'uralprom-bolts',
    drawing: 'countersunkScrew',
    name: { ru: 'Болт футеровочный «Уралпром»', en: 'Mill liner bolt Uralprom' },
    splits: [grades],
    axes: [diameters([24, 27, 30, 36]), lengths([120, 140, 160, 180, 200, 240, 280])],
    size: 'M{diameter}×{length}',
    sku: 'УПХ-Ф-{diameter}х{length}-{steel}',
    price: byWeight(420),
    weight: rodGrams,
  },
];
