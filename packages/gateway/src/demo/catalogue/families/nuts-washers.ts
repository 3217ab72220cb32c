import type { Family, Numbers } from '../family.js';
import {
  diameters,
  fastenerBrands,
  lengths,
  nutCoatings,
  packOf,
  stainless,
  steels,
  strengths,
  boltCoatings,
  threads,
  slender,
  byWeight,
  rodGrams,
  packRule,
} from './shared-axes.js';
import { words } from '../family.js';

const nutRule = ({ diameter = 6 }: Numbers) =>
  packOf(diameter <= 5 ? 1000 : diameter <= 8 ? 500 : diameter <= 12 ? 200 : diameter <= 20 ? 50 : 1);
const nutGrams = ({ diameter = 1 }: Numbers): number =>
  Number((diameter * diameter * diameter * 0.0105).toFixed(3));
const washerGrams =
  (wide: number) =>
  ({ diameter = 1 }: Numbers): number =>
    Number((diameter * diameter * wide * (0.1 + diameter * 0.012) * 0.0098).toFixed(3));

export const nutsAndWashers: readonly Family[] = [
  ...(
    [
      ['934', 'DIN', 'Гайка шестигранная', 'Hex nut', 1],
      ['985', 'DIN', 'Гайка самоконтрящаяся', 'Lock nut with nylon insert', 1.6],
      ['6923', 'DIN', 'Гайка с фланцем', 'Flange nut', 1.5],
      ['439', 'DIN', 'Гайка низкая', 'Thin hex nut', 0.9],
      ['1587', 'DIN', 'Гайка колпачковая', 'Domed cap nut', 2.4],
      ['315', 'DIN', 'Гайка барашковая', 'Wing nut', 2.6],
      ['6330', 'DIN', 'Гайка высокая', 'High hex nut', 2.2],
      ['6334', 'DIN', 'Гайка соединительная', 'Coupling nut', 2.8],
      ['980', 'DIN', 'Гайка цельнометаллическая', 'All-metal lock nut', 1.9],
      ['928', 'DIN', 'Гайка приварная квадратная', 'Square weld nut', 1.7],
      ['929', 'DIN', 'Гайка приварная шестигранная', 'Hex weld nut', 1.7],
      ['562', 'DIN', 'Гайка квадратная', 'Square nut', 0.9],
      ['1624', 'DIN', 'Гайка забивная мебельная', 'Tee nut', 2],
      ['582', 'DIN', 'Гайка-рым', 'Lifting eye nut', 9],
    ] as const
  ).map(([number, body, ru, en, factor]): Family => ({
    code: `din-${number}`,
    category:
      factor === 1 || number === '439' || number === '562'
        ? 'hex-nuts'
        : factor < 2
          ? 'lock-nuts'
          : 'special-nuts',
    standard: `${body} ${number}`,
    drawing: number === '1587' ? 'capNut' : number === '315' ? 'wingNut' : 'hexNut',
    name: {
      ru: `${ru} DIN ${number}`,
      en: `${en} DIN ${number}`,
      ...(number === '934' ? { uk: 'Гайка шестигранна DIN 934', de: 'Sechskantmutter DIN 934' } : {}),
    },
    splits: [strengths('8|кл. 8|class 8|8|1', '10|кл. 10|class 10|10|1.25', '6|кл. 6|class 6|6|0.92')],
    axes: [diameters(number === '934' ? threads : threads.slice(2, 15), [8]), nutCoatings],
    size: 'M{diameter}',
    sku: `DIN${number}-{strength}-M{diameter}-{coating}`,
    price: (of) => nutGrams(of) * 0.26 * factor + 0.06,
    weight: nutGrams,
    rule: nutRule,
  })),
  ...(['934', '985', '6923', '1587', '315', '439', '6334'] as const).map((number): Family => ({
    code: `din-${number}-stainless`,
    category: 'stainless-nuts',
    standard: `DIN ${number}`,
    drawing: number === '1587' ? 'capNut' : 'hexNut',
    name: { ru: `Гайка нержавеющая DIN ${number}`, en: `Stainless nut DIN ${number}` },
    splits: [stainless],
    axes: [diameters(threads.slice(0, 15))],
    size: 'M{diameter}',
    sku: `0${number}{material} {diameter}`,
    price: (of) => nutGrams(of) * 1.1 + 0.14,
    weight: nutGrams,
    rule: nutRule,
  })),
  ...(
    [
      ['125', 'Шайба плоская', 'Flat washer', 4.4, 'flat-washers'],
      ['9021', 'Шайба увеличенная', 'Wide washer', 9, 'flat-washers'],
      ['127', 'Шайба-гровер', 'Spring lock washer', 3.4, 'lock-washers'],
      ['6798', 'Шайба стопорная зубчатая', 'Serrated lock washer', 3.2, 'lock-washers'],
      ['6797', 'Шайба стопорная', 'Toothed lock washer', 3.2, 'lock-washers'],
      ['440', 'Шайба для дерева', 'Washer for wood', 12, 'flat-washers'],
      ['433', 'Шайба малая', 'Small washer', 3, 'flat-washers'],
      ['6916', 'Шайба высокопрочная', 'Structural washer', 5.4, 'flat-washers'],
      ['2093', 'Пружина тарельчатая', 'Disc spring', 5, 'lock-washers'],
      ['25201', 'Шайба клиновая стопорная', 'Wedge lock washer', 6, 'lock-washers'],
      ['988', 'Шайба регулировочная', 'Shim ring', 2.5, 'flat-washers'],
      ['471', 'Кольцо стопорное наружное', 'External retaining ring', 3.5, 'retaining-rings'],
      ['472', 'Кольцо стопорное внутреннее', 'Internal retaining ring', 3.8, 'retaining-rings'],
      ['6799', 'Шайба стопорная быстросъёмная', 'E-ring', 2.6, 'retaining-rings'],
    ] as const
  ).map(([number, ru, en, wide, category]): Family => ({
    code: `din-${number}`,
    category,
    standard: `DIN ${number}`,
    drawing: number === '127' || category === 'retaining-rings' ? 'springWasher' : 'washer',
    name: {
      ru: `${ru} DIN ${number}`,
      en: `${en} DIN ${number}`,
      ...(number === '125' ? { uk: 'Шайба плоска DIN 125', de: 'Unterlegscheibe DIN 125' } : {}),
    },
    splits: [
      words('material', 'Материал', 'Material', [
        'сталь, цинк|цинк|zinc|ZN|1',
        'сталь||plain steel|ST|0.9',
        'A2|A2|A2|A2|4.2',
        'A4|A4|A4|A4|6.3',
        ...(number === '125'
          ? ['полиамид|полиамид|nylon|PA|1.8', 'латунь|латунь|brass|CU|6', 'медь|медь|copper|M1|7']
          : []),
      ]),
    ],
    axes: [
      diameters(
        category === 'retaining-rings'
          ? [3, 4, 5, 6, 8, 10, 12, 14, 15, 16, 18, 20, 22, 24, 25, 28, 30, 32, 35, 40, 45, 50]
          : threads,
        [2],
      ),
      ...(number === '988'
        ? [
            words('thickness', 'Толщина', 'Thickness', [
              '0.1|0.1|0.1|T01',
              '0.2|0.2|0.2|T02',
              '0.3|0.3|0.3|T03',
              '0.5|0.5|0.5|T05',
              '1|1|1|T10',
              '1.5|1.5|1.5|T15',
              '2|2|2|T20',
            ]),
          ]
        : []),
    ],
    size: number === '988' ? 'M{diameter}×{thickness}' : 'M{diameter}',
    sku: number === '988' ? '0988 {diameter} {thickness} {material}' : `DIN${number}-M{diameter}-{material}`,
    price: (of) => washerGrams(wide)(of) * 0.24 + 0.015,
    weight: washerGrams(wide),
    rule: ({ diameter = 6 }) =>
      packOf(diameter <= 6 ? 1000 : diameter <= 10 ? 500 : diameter <= 16 ? 200 : 50),
  })),
  {
    code: 'din-975',
    category: 'threaded-rods',
    standard: 'DIN 975',
    drawing: 'threadedRod',
    name: {
      ru: 'Шпилька резьбовая DIN 975',
      en: 'Threaded rod DIN 975',
      uk: 'Шпилька різьбова DIN 975',
      de: 'Gewindestange DIN 975',
    },
    splits: [
      strengths('4.8|4.8|4.8|4.8|1', '8.8|8.8|8.8|8.8|1.35', '10.9|10.9|10.9|10.9|1.7'),
      fastenerBrands,
    ],
    axes: [diameters(threads.slice(2)), lengths([500, 1000, 2000, 3000]), boltCoatings],
    size: 'M{diameter}×{length} {strength}',
    sku: 'DIN975-{strength}-M{diameter}X{length}-{coating}-{brand}',
    price: byWeight(130),
    weight: rodGrams,
    rule: ({ length = 1000 }) => (length >= 2000 ? packOf(1) : packOf(10)),
  },
  {
    code: 'din-976',
    category: 'threaded-rods',
    standard: 'DIN 976',
    drawing: 'threadedRod',
    name: { ru: 'Шпилька DIN 976', en: 'Stud bolt DIN 976' },
    splits: [steels],
    axes: [
      diameters([4, 5, 6, 8, 10, 12, 14, 16, 20, 24]),
      lengths([20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 180, 200, 220, 250, 300]),
    ],
    accepts: slender(3, 25),
    size: 'M{diameter}×{length}',
    sku: '0976 {diameter} {length} {material}',
    price: byWeight(190),
    weight: rodGrams,
    rule: packRule,
  },
  ...(
    [
      ['7', 'Штифт цилиндрический', 'Dowel pin'],
      ['1481', 'Штифт пружинный', 'Spring pin'],
      ['94', 'Шплинт', 'Split pin'],
      ['1', 'Штифт конический', 'Taper pin'],
      ['1444', 'Палец с головкой', 'Clevis pin'],
    ] as const
  ).map(([number, ru, en]): Family => ({
    code: `din-${number}`,
    category: 'pins',
    standard: `DIN ${number}`,
    drawing: 'pin',
    name: { ru: `${ru} DIN ${number}`, en: `${en} DIN ${number}` },
    splits: [steels],
    axes: [
      diameters([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12]),
      lengths([6, 8, 10, 12, 14, 16, 18, 20, 24, 28, 30, 32, 36, 40, 45, 50, 60, 70, 80, 90, 100]),
    ],
    accepts: slender(2.5, 14),
    size: '{diameter}×{length}',
    sku: `P${number}-{diameter}X{length}-{material}`,
    price: byWeight(420),
    weight: rodGrams,
    rule: packRule,
  })),
];
