import { words, type Family } from '../family.js';
import { brands, pack } from './shared-axes.js';

/** The branch for beauty salons. */
const houses = brands(
  'Lumelle|Lumelle|Lumelle|LM|1',
  'Северина|Северина|Severina|СВ|0.7',
  'Kaprielle|Kaprielle|Kaprielle|KP|1.6',
  'Botanika Pro|Botanika Pro|Botanika Pro|BP|1.2',
);
const hairTypes = words('hair', 'Тип волос', 'Hair type', [
  'для окрашенных|для окрашенных волос|for coloured hair|ОК|1',
  'увлажняющий|увлажняющий|moisturising|УВ|1',
  'восстанавливающий|восстанавливающий|repairing|ВС|1.1',
  'для объёма|для объёма|volume|ОБ|1',
  'от перхоти|от перхоти|anti-dandruff|ПР|1.15',
  'оттеночный серебристый|серебристый|silver|СР|1.2',
  'для кудрей|для кудрей|curls|КУ|1.1',
]);
const volumes = words('volume', 'Объём', 'Volume', [
  '250|250 мл|250 ml|250|0.45',
  '500|500 мл|500 ml|500|0.8',
  '1000|1000 мл|1000 ml|1000|1',
  '5000|5000 мл|5000 ml|5000|3.6',
]);
const tones: readonly (readonly [string, string, string])[] = [
  ['0', 'натуральный', 'natural'],
  ['1', 'пепельный', 'ash'],
  ['2', 'фиолетовый', 'violet'],
  ['3', 'золотистый', 'golden'],
  ['4', 'медный', 'copper'],
  ['5', 'махагон', 'mahogany'],
  ['6', 'красный', 'red'],
  ['7', 'коричневый', 'brown'],
  ['11', 'интенсивный пепельный', 'intense ash'],
  ['31', 'бежевый', 'beige'],
  ['43', 'медно-золотистый', 'copper gold'],
  ['77', 'шоколадный', 'chocolate'],
];
const depths: readonly (readonly [string, string, string])[] = [
  ['1', 'чёрный', 'black'],
  ['3', 'тёмный шатен', 'dark brown'],
  ['4', 'шатен', 'brown'],
  ['5', 'светлый шатен', 'light brown'],
  ['6', 'тёмный блонд', 'dark blonde'],
  ['7', 'блонд', 'blonde'],
  ['8', 'светлый блонд', 'light blonde'],
  ['9', 'очень светлый блонд', 'very light blonde'],
  ['10', 'платиновый блонд', 'platinum blonde'],
  ['12', 'специальный блонд', 'special blonde'],
];
const shades = words(
  'shade',
  'Оттенок',
  'Shade',
  depths.flatMap(([depth, ru, en]) =>
    tones.map(
      ([tone, toneRu, toneEn]) =>
        `${depth}.${tone}|${depth}.${tone} ${ru} ${toneRu}|${depth}.${tone} ${en} ${toneEn}|${depth}/${tone}|1`,
    ),
  ),
  ['7.1'],
);

export const cosmetics: readonly Family[] = [
  {
    code: 'hair-dye',
    category: 'hair-dyes',
    drawing: 'tube',
    name: {
      ru: 'Крем-краска для волос',
      en: 'Permanent hair colour',
      uk: 'Крем-фарба для волосся',
      de: 'Haarfarbe',
    },
    description: {
      ru: 'Стойкая крем-краска, 120 оттенков, смешивание 1 : 1,5.',
      en: 'Permanent colour, 120 shades, mixing ratio 1 : 1.5.',
    },
    splits: [houses],
    axes: [shades],
    size: '',
    sku: 'CR-{shade}-{brand}',
    price: () => 340,
    weight: () => 90,
    smallVariants: 60,
    rule: () => ({ min: '1', step: '1', packs: [{ name: 'короб', quantity: '12' }] }),
  },
  {
    code: 'toner',
    category: 'hair-dyes',
    drawing: 'tube',
    name: { ru: 'Тонер для волос безаммиачный', en: 'Ammonia-free toner' },
    splits: [houses],
    axes: [shades],
    size: '',
    sku: 'TN-{shade}-{brand}',
    price: () => 390,
    weight: () => 80,
  },
  {
    code: 'oxidant',
    category: 'oxidants',
    drawing: 'bottle',
    name: { ru: 'Окислитель', en: 'Developer', uk: 'Окислювач', de: 'Oxidationsmittel' },
    splits: [houses],
    axes: [
      words('strength', 'Концентрация', 'Concentration', [
        '1.5%|1,5 %|1.5 %|15|1',
        '3%|3 %|3 %|3|1',
        '6%|6 %|6 %|6|1',
        '9%|9 %|9 %|9|1',
        '12%|12 %|12 %|12|1',
      ]),
      words('volume', 'Объём', 'Volume', [
        '60|60 мл|60 ml|60|0.2',
        '150|150 мл|150 ml|150|0.35',
        '1000|1000 мл|1000 ml|1000|1',
        '5000|5000 мл|5000 ml|5000|3.8',
      ]),
    ],
    size: '',
    sku: 'OX-{strength}-{volume}-{brand}',
    price: () => 460,
    weight: () => 1000,
  },
  ...(
    [
      ['shampoo', 'Шампунь', 'Shampoo', 'SH', 520],
      ['conditioner', 'Кондиционер', 'Conditioner', 'CN', 560],
      ['mask', 'Маска для волос', 'Hair mask', 'MK', 690],
      ['leave-in', 'Спрей несмываемый', 'Leave-in spray', 'LV', 640],
    ] as const
  ).map(([code, ru, en, sku, price]): Family => ({
    code,
    category: code === 'shampoo' ? 'shampoos' : 'hair-care',
    drawing: code === 'mask' ? 'jar' : 'bottle',
    name: { ru, en, ...(code === 'shampoo' ? { uk: 'Шампунь', de: 'Shampoo' } : {}) },
    splits: [houses],
    axes: [hairTypes, volumes],
    size: '',
    sku: `${sku}-{hair}-{volume}-{brand}`,
    price: () => price,
    weight: () => 700,
  })),
  {
    code: 'bleach',
    category: 'oxidants',
    drawing: 'jar',
    name: { ru: 'Порошок обесцвечивающий', en: 'Bleaching powder' },
    splits: [houses],
    axes: [
      words('colour', 'Цвет', 'Colour', [
        'белый|белый|white|Б|1',
        'голубой|голубой|blue|Г|1',
        'фиолетовый|фиолетовый|violet|Ф|1.1',
      ]),
      words('mass', 'Масса', 'Mass', [
        '30|30 г|30 g|30|0.15',
        '400|400 г|400 g|400|0.9',
        '500|500 г|500 g|500|1',
        '1000|1000 г|1000 g|1000|1.8',
      ]),
    ],
    size: '',
    sku: 'BL-{colour}-{mass}-{brand}',
    price: () => 890,
    weight: () => 500,
  },
  {
    code: 'styling',
    category: 'styling',
    drawing: 'aerosol',
    name: { ru: 'Лак для укладки', en: 'Hair spray' },
    splits: [houses],
    axes: [
      words(
        'hold',
        'Фиксация',
        'Hold',
        ['1', '2', '3', '4', '5'].map((hold) => `${hold}|фиксация ${hold}|hold ${hold}|${hold}|1`),
      ),
      volumes,
    ],
    size: '',
    sku: 'LK-{hold}-{volume}-{brand}',
    price: () => 590,
    weight: () => 500,
  },
  {
    code: 'foil',
    category: 'salon-supplies',
    drawing: 'tape',
    name: { ru: 'Фольга парикмахерская', en: 'Hairdressing foil' },
    splits: [houses],
    axes: [
      words('width', 'Ширина', 'Width', ['12|12 см|12 cm|12|1', '15|15 см|15 cm|15|1.2']),
      words('length', 'Длина', 'Length', [
        '50|50 м|50 m|50|1',
        '100|100 м|100 m|100|1.9',
        '250|250 м|250 m|250|4.5',
      ]),
      words('colour', 'Цвет', 'Colour', [
        'серебро|серебро|silver|С|1',
        'золото|золото|gold|З|1.1',
        'розовый|розовая|pink|Р|1.1',
      ]),
    ],
    size: '',
    sku: 'FL-{width}-{length}-{colour}-{brand}',
    price: () => 420,
    weight: () => 300,
  },
  {
    code: 'towels',
    category: 'salon-supplies',
    drawing: 'sheet',
    name: { ru: 'Полотенца одноразовые', en: 'Disposable towels' },
    unit: pack,
    vatRate: '10',
    splits: [houses],
    axes: [
      words('size', 'Размер', 'Size', ['35x70', '45x90', '50x100', '70x140']),
      words('packing', 'В упаковке', 'Pack of', ['50|50 шт|50 pcs|50|1', '100|100 шт|100 pcs|100|1.9']),
    ],
    size: '{size}',
    sku: 'PL-{size}-{packing}-{brand}',
    price: () => 520,
    weight: () => 900,
  },
];
