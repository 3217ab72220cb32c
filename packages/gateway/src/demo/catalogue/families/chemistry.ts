import { numbers, words, type Family } from '../family.js';
import { brands, colours, lengths, litre, packOf } from './shared-axes.js';

const chemistryBrands = brands(
  'Герметон|Герметон|Germeton|ГМ|1',
  'Fixar|Fixar|Fixar|FX|1.2',
  'Nordchem|Nordchem|Nordchem|NC|1.4',
);
const volume = (...values: string[]) => words('volume', 'Объём', 'Volume', values);

export const chemistry: readonly Family[] = [
  ...(
    [
      ['silicone', 'Герметик силиконовый', 'Silicone sealant', 'ГС', 210],
      ['acrylic', 'Герметик акриловый', 'Acrylic sealant', 'ГА', 130],
      ['polyurethane', 'Герметик полиуретановый', 'Polyurethane sealant', 'ГП', 420],
      ['ms-polymer', 'Герметик гибридный', 'Hybrid sealant', 'ГГ', 480],
      ['roof-sealant', 'Герметик кровельный', 'Roof sealant', 'ГК', 340],
    ] as const
  ).map(([code, ru, en, sku, price]): Family => ({
    code,
    category: 'sealants',
    drawing: 'cartridge',
    name: { ru, en },
    splits: [chemistryBrands],
    axes: [
      colours,
      volume(
        '85|85 мл|85 ml|85|0.5',
        '280|280 мл|280 ml|280|1',
        '310|310 мл|310 ml|310|1.08',
        '600|600 мл|600 ml|600|1.8',
      ),
    ],
    size: '{volume} мл',
    sku: `${sku}-{colour}-{volume}-{brand}`,
    price: () => price,
    weight: () => 320,
    rule: () => packOf(12),
  })),
  ...(
    [
      ['mounting-adhesive', 'Клей монтажный «Жидкие гвозди»', 'Mounting adhesive', 'КМЖ', 190],
      ['super-glue', 'Клей секундный', 'Super glue', 'КСК', 45],
      ['epoxy', 'Клей эпоксидный', 'Epoxy adhesive', 'КЭ', 160],
      ['pva', 'Клей ПВА', 'PVA glue', 'КПВ', 110],
      ['thread-locker', 'Фиксатор резьбы', 'Thread locker', 'ФР', 390],
      ['contact-adhesive', 'Клей контактный', 'Contact adhesive', 'ККН', 210],
    ] as const
  ).map(([code, ru, en, sku, price]): Family => ({
    code,
    category: 'adhesives',
    drawing: code === 'mounting-adhesive' ? 'cartridge' : 'bottle',
    name: { ru, en },
    splits: [chemistryBrands],
    axes: [
      words('grade', 'Марка', 'Grade', [
        'стандарт|стандарт|standard|С|1',
        'экстра|экстра|extra|Э|1.25',
        'водостойкий|водостойкий|waterproof|В|1.2',
        'для пластика|для пластика|for plastics|П|1.1',
      ]),
      volume(
        '10|10 г|10 g|10|0.2',
        '50|50 г|50 g|50|0.5',
        '280|280 г|280 g|280|1',
        '400|400 г|400 g|400|1.3',
        '1000|1000 г|1000 g|1000|2.6',
      ),
    ],
    size: '',
    sku: `${sku}-{grade}-{volume}-{brand}`,
    price: () => price,
    weight: () => 280,
    rule: () => packOf(12),
  })),
  {
    code: 'foam',
    category: 'foam',
    drawing: 'aerosol',
    name: { ru: 'Пена монтажная', en: 'Mounting foam', uk: 'Піна монтажна', de: 'Montageschaum' },
    splits: [chemistryBrands],
    axes: [
      words('use', 'Исполнение', 'Use', [
        'бытовая|бытовая|hand|Б|1',
        'профессиональная|профессиональная|gun|П|1.2',
        'огнестойкая|огнестойкая|fire rated|О|1.9',
      ]),
      words('season', 'Сезон', 'Season', [
        'лето|летняя|summer|Л|1',
        'зима|зимняя|winter|З|1.08',
        'все|всесезонная|all-season|В|1.04',
      ]),
      volume(
        '500|500 мл|500 ml|500|0.8',
        '650|650 мл|650 ml|650|0.9',
        '750|750 мл|750 ml|750|1',
        '1000|1000 мл|1000 ml|1000|1.3',
      ),
    ],
    size: '{volume} мл',
    sku: 'ПМ{use}{season}-{volume}-{brand}',
    price: () => 430,
    weight: () => 880,
    rule: () => packOf(12),
  },
  ...(
    [
      ['wd', 'Смазка проникающая', 'Penetrating oil', 'СМП', 240],
      ['lithium', 'Смазка литиевая', 'Lithium grease', 'СМЛ', 190],
      ['silicone-spray', 'Смазка силиконовая', 'Silicone spray', 'СМС', 230],
      ['copper', 'Смазка медная', 'Copper grease', 'СММ', 380],
      ['cleaner', 'Очиститель тормозов', 'Brake cleaner', 'ОЧТ', 180],
    ] as const
  ).map(([code, ru, en, sku, price]): Family => ({
    code: `lubricant-${code}`,
    category: 'lubricants',
    drawing: 'aerosol',
    name: { ru, en },
    splits: [chemistryBrands],
    axes: [
      volume(
        '100|100 мл|100 ml|100|0.5',
        '150|150 мл|150 ml|150|0.6',
        '210|210 мл|210 ml|210|0.8',
        '400|400 мл|400 ml|400|1',
        '520|520 мл|520 ml|520|1.25',
        '650|650 мл|650 ml|650|1.4',
      ),
    ],
    size: '{volume} мл',
    sku: `${sku}-{volume}-{brand}`,
    price: () => price,
    weight: () => 400,
    rule: () => packOf(6),
  })),
  ...(
    [
      ['cutting-oil', 'Жидкость смазочно-охлаждающая', 'Cutting fluid', 'СОЖ'],
      ['industrial-oil', 'Масло индустриальное', 'Industrial oil', 'МИ'],
      ['chain-oil', 'Масло цепное', 'Chain oil', 'МЦ'],
      ['compressor-oil', 'Масло компрессорное', 'Compressor oil', 'МК'],
    ] as const
  ).map(([code, ru, en, sku]): Family => ({
    code,
    category: 'lubricants',
    drawing: 'bottle',
    name: { ru, en },
    unit: litre,
    rule: () => ({
      min: '0.5',
      step: '0.5',
      max: '400',
      packs: [
        { name: 'канистра', quantity: '5' },
        { name: 'бочка', quantity: '200' },
      ],
    }),
    splits: [chemistryBrands],
    axes: [words('viscosity', 'Вязкость', 'Viscosity', ['20', '32', '46', '68', '100'])],
    size: 'VG {viscosity}',
    sku: `${sku}-{viscosity}-{brand}`,
    price: () => 210,
    weight: () => 900,
  })),
  ...(
    [
      ['masking-tape', 'Лента малярная', 'Masking tape', 'ЛМ', 0.9],
      ['packing-tape', 'Скотч упаковочный', 'Packing tape', 'СУ', 0.6],
      ['duct-tape', 'Лента армированная', 'Duct tape', 'ЛА', 2.8],
      ['insulating-tape', 'Изолента ПВХ', 'Insulating tape', 'ИЗ', 1.1],
      ['double-tape', 'Лента двусторонняя', 'Double-sided tape', 'ЛД2', 1.9],
      ['foil-tape', 'Лента алюминиевая', 'Aluminium tape', 'ЛАЛ', 2.4],
    ] as const
  ).map(([code, ru, en, sku, rate]): Family => ({
    code,
    category: 'tapes',
    drawing: 'tape',
    name: { ru, en },
    splits: [chemistryBrands],
    axes: [
      numbers('width', 'Ширина', 'Width', 'мм', [12, 15, 19, 25, 30, 38, 48, 50, 75]),
      lengths([5, 10, 20, 25, 40, 50, 66]),
      words(
        'colour',
        'Цвет',
        'Colour',
        code === 'insulating-tape'
          ? [
              'чёрный|чёрная|black|Ч|1',
              'синий|синяя|blue|С|1',
              'белый|белая|white|Б|1',
              'красный|красная|red|К|1',
              'жёлтый|жёлтая|yellow|Ж|1',
            ]
          : ['стандарт|||0|1'],
      ),
    ],
    accepts: ({ width = 19 }) => code !== 'insulating-tape' || width <= 25,
    size: '{width} мм × {length} м',
    sku: `${sku}-{width}х{length}-{colour}-{brand}`,
    price: ({ width = 19, length = 20 }) => width * length * rate * 0.06 + 10,
    weight: ({ width = 19, length = 20 }) => Number((width * length * 0.14).toFixed(1)),
    rule: () => packOf(6),
  })),
];
