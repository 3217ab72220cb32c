import { words, type Family } from '../family.js';
import { brands, packOf, pack } from './shared-axes.js';

const safetyBrands = brands(
  'Щит|Щит|Schit|ЩТ|1',
  'Ермак|Ермак|Ermak|ЕР|0.85',
  'Hartwerk|Hartwerk|Hartwerk|HW|1.5',
);
const sizes = words('size', 'Размер', 'Size', [
  '7|7|7|7|1',
  '8|8|8|8|1',
  '9|9|9|9|1',
  '10|10|10|10|1',
  '11|11|11|11|1.02',
]);
const clothes = words('size', 'Размер', 'Size', [
  '44-46',
  '48-50',
  '52-54',
  '56-58',
  '60-62',
  '64-66',
  '68-70',
]);
const heights = words('height', 'Рост', 'Height', ['158-164', '170-176', '182-188', '194-200']);

export const protection: readonly Family[] = [
  ...(
    [
      ['cotton-gloves', 'Перчатки х/б с ПВХ', 'PVC dotted cotton gloves', 'ПХ', 22],
      ['nitrile-gloves', 'Перчатки нейлоновые с нитрилом', 'Nitrile coated gloves', 'ПН', 64],
      ['latex-gloves', 'Перчатки с латексом', 'Latex coated gloves', 'ПЛТ', 52],
      ['leather-gloves', 'Перчатки спилковые', 'Split leather gloves', 'ПСП', 210],
      ['welding-gloves', 'Краги сварщика', 'Welding gloves', 'КСВ', 390],
    ] as const
  ).map(([code, ru, en, sku, price]): Family => ({
    code,
    category: 'gloves',
    drawing: 'glove',
    name: { ru, en },
    splits: [safetyBrands],
    axes: [
      sizes,
      words('class', 'Класс вязки', 'Gauge', [
        '7|7 кл.|gauge 7|7|0.8',
        '10|10 кл.|gauge 10|10|1',
        '13|13 кл.|gauge 13|13|1.2',
      ]),
      words('colour', 'Цвет', 'Colour', [
        'белый|белые|white|Б|1',
        'серый|серые|grey|С|1',
        'чёрный|чёрные|black|Ч|1.03',
      ]),
    ],
    size: 'р. {size}',
    sku: `${sku}-{size}-{class}-{colour}-{brand}`,
    price: () => price,
    weight: () => 60,
    rule: () => packOf(10),
  })),
  {
    code: 'exam-gloves',
    category: 'gloves',
    drawing: 'glove',
    name: {
      ru: 'Перчатки нитриловые одноразовые',
      en: 'Disposable nitrile gloves',
      uk: 'Рукавички нітрилові одноразові',
      de: 'Nitril-Einweghandschuhe',
    },
    unit: pack,
    vatRate: '10',
    splits: [safetyBrands],
    axes: [
      words('size', 'Размер', 'Size', ['XS', 'S', 'M', 'L', 'XL']),
      words('colour', 'Цвет', 'Colour', [
        'синий|синие|blue|С|1',
        'чёрный|чёрные|black|Ч|1.1',
        'розовый|розовые|pink|Р|1.15',
        'белый|белые|white|Б|1',
      ]),
    ],
    size: 'р. {size}',
    sku: 'ПНО-{size}-{colour}-{brand}',
    price: () => 520,
    weight: () => 420,
    rule: () => ({ min: '1', step: '1', max: '200' }),
  },
  ...(
    [
      ['glasses', 'Очки защитные открытые', 'Safety glasses', 'ОЗО', 110],
      ['goggles', 'Очки защитные закрытые', 'Safety goggles', 'ОЗЗ', 240],
      ['respirator', 'Респиратор', 'Respirator', 'РСП', 65],
      ['helmet', 'Каска защитная', 'Safety helmet', 'КЗЩ', 260],
      ['earmuffs', 'Наушники противошумные', 'Ear defenders', 'НПШ', 340],
      ['face-shield', 'Щиток лицевой', 'Face shield', 'ЩЛ', 380],
    ] as const
  ).map(([code, ru, en, sku, price]): Family => ({
    code,
    category: 'eye-head',
    drawing: code === 'helmet' ? 'helmet' : 'glasses',
    name: { ru, en },
    splits: [safetyBrands],
    axes: [
      words('model', 'Модель', 'Model', [
        'Стандарт|Стандарт|Standard|1|1',
        'Комфорт|Комфорт|Comfort|2|1.25',
        'Профи|Профи|Pro|3|1.7',
      ]),
      words('colour', 'Цвет', 'Colour', [
        'прозрачный|прозрачный|clear|П|1',
        'жёлтый|жёлтый|yellow|Ж|1',
        'оранжевый|оранжевый|orange|О|1',
        'белый|белый|white|Б|1',
        'тёмный|тёмный|dark|Т|1.05',
      ]),
    ],
    size: '',
    sku: `${sku}-{model}-{colour}-{brand}`,
    price: () => price,
    weight: () => 120,
  })),
  ...(
    [
      ['jacket', 'Куртка рабочая', 'Work jacket', 'КРТ', 1900],
      ['trousers', 'Брюки рабочие', 'Work trousers', 'БРЮ', 1500],
      ['overall', 'Полукомбинезон', 'Bib overall', 'ПКБ', 1900],
      ['winter-jacket', 'Куртка утеплённая', 'Winter jacket', 'КУТ', 3900],
      ['vest', 'Жилет сигнальный', 'High-visibility vest', 'ЖС', 290],
      ['suit', 'Костюм рабочий', 'Work suit', 'КСТ', 2900],
    ] as const
  ).map(([code, ru, en, sku, price]): Family => ({
    code,
    category: 'workwear',
    drawing: 'glove',
    name: { ru, en },
    splits: [safetyBrands],
    axes: [
      clothes,
      heights,
      words('colour', 'Цвет', 'Colour', [
        'синий|синий|blue|С|1',
        'серый|серый|grey|СЕ|1',
        'чёрный|чёрный|black|Ч|1.02',
        'зелёный|зелёный|green|З|1',
      ]),
    ],
    size: '{size}/{height}',
    sku: `${sku}-{size}/{height}-{colour}-{brand}`,
    price: () => price,
    weight: () => 900,
  })),
  ...(
    [
      ['boots', 'Ботинки рабочие', 'Safety boots', 'БТР', 2600],
      ['shoes', 'Полуботинки рабочие', 'Safety shoes', 'ПБР', 2200],
      ['rubber-boots', 'Сапоги резиновые', 'Rubber boots', 'СПР', 900],
    ] as const
  ).map(([code, ru, en, sku, price]): Family => ({
    code,
    category: 'footwear',
    drawing: 'generic',
    name: { ru, en },
    splits: [safetyBrands],
    axes: [
      words('size', 'Размер', 'Size', [
        '36',
        '37',
        '38',
        '39',
        '40',
        '41',
        '42',
        '43',
        '44',
        '45',
        '46',
        '47',
        '48',
      ]),
      words('toe', 'Подносок', 'Toe cap', [
        'нет||no cap|0|1',
        'сталь|стальной подносок|steel toe|С|1.15',
        'композит|композитный подносок|composite toe|К|1.25',
      ]),
    ],
    size: 'р. {size}',
    sku: `${sku}-{size}-{toe}-{brand}`,
    price: () => price,
    weight: () => 1400,
  })),
];
