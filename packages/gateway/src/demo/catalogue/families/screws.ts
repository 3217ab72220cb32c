import { words, type Family } from '../family.js';
import { byWeight, diameters, fastenerBrands, kilogram, lengths, packRule, packing, ral, rodGrams, screwLengths, slender, steels, twoCoatings } from './shared-axes.js';

const common = { weight: rodGrams, rule: packRule };
const threadKind = words('thread', 'Резьба', 'Thread', ['по металлу|мелкая резьба|fine thread|М|1', 'по дереву|крупная резьба|coarse thread|Д|0.97']);

export const screws: readonly Family[] = [
  {
    ...common, code: 'drywall-screw', category: 'drywall-screws', drawing: 'drywallScrew', name: { ru: 'Саморез для гипсокартона', en: 'Drywall screw', uk: 'Саморіз для гіпсокартону', de: 'Schnellbauschraube' },
    description: { ru: 'Фосфатированный саморез для листов гипсокартона.', en: 'Phosphated screw for plasterboard.' }, splits: [fastenerBrands, threadKind],
    axes: [diameters([3.5, 3.8, 4.2, 4.8]), lengths([19, 25, 32, 35, 41, 45, 51, 55, 64, 70, 76, 90, 102, 127, 152]), packing], accepts: slender(5, 32), size: '{diameter}×{length}', sku: 'СГ{thread}-{diameter}х{length}-{packing}-{brand}', price: byWeight(190), smallVariants: 48, smallProducts: 2,
  },
  {
    ...common, code: 'chipboard-screw', category: 'wood-screws', drawing: 'woodScrew', name: { ru: 'Шуруп универсальный', en: 'Chipboard screw', uk: 'Шуруп універсальний', de: 'Spanplattenschraube' }, splits: [fastenerBrands],
    axes: [diameters([2.5, 3, 3.5, 4, 4.5, 5, 6, 8], [5]), lengths(screwLengths, [40]), twoCoatings, packing], accepts: slender(3.5, 30), size: '{diameter}×{length}', sku: 'ШУ-{diameter}х{length}-{coating}-{packing}-{brand}', price: byWeight(185), smallVariants: 80,
  },
  {
    ...common, code: 'roofing-screw', category: 'roofing-screws', drawing: 'roofingScrew', name: { ru: 'Саморез кровельный', en: 'Roofing screw', uk: 'Саморіз покрівельний', de: 'Dachschraube' }, splits: [fastenerBrands],
    axes: [diameters([4.8, 5.5, 6.3]), lengths([19, 25, 29, 35, 38, 51, 60, 70, 76]), ral], accepts: slender(3.5, 15), size: '{diameter}×{length}', sku: 'КР-{diameter}х{length}-{colour}-{brand}', price: byWeight(290), smallVariants: 60,
  },
  ...([['7504k', 'DIN 7504 K', 'с шестигранной головкой', 'hex'], ['7504n', 'DIN 7504 N', 'с полукруглой головкой', 'pan'], ['7504p', 'DIN 7504 P', 'потайной', 'countersunk']] as const).map(([code, standard, ru, en]): Family => ({
    ...common, code: `din-${code}`, category: 'self-drilling-screws', standard, drawing: 'drillingScrew', name: { ru: `Саморез с буром ${standard} ${ru}`, en: `Self-drilling screw ${standard} ${en}` }, splits: [fastenerBrands],
    axes: [diameters([2.9, 3.5, 3.9, 4.2, 4.8, 5.5, 6.3]), lengths([9.5, ...screwLengths.slice(2, 20)]), twoCoatings], accepts: slender(2.6, 16), size: '{diameter}×{length}', sku: `${code.toUpperCase()}-{diameter}X{length}-{coating}-{brand}`, price: byWeight(260),
  })),
  ...(['7981', '7982', '7983', '7976'] as const).map((number): Family => ({
    ...common, code: `din-${number}`, category: 'metal-screws', standard: `DIN ${number}`, drawing: number === '7982' ? 'countersunkScrew' : 'machineScrew', name: { ru: `Саморез по металлу DIN ${number}`, en: `Tapping screw DIN ${number}` }, splits: [steels],
    axes: [diameters([2.2, 2.9, 3.5, 3.9, 4.2, 4.8, 5.5, 6.3]), lengths([6.5, 9.5, ...screwLengths.slice(2, 20)])], accepts: slender(2.2, 16), size: '{diameter}×{length}', sku: `${number} {diameter} {length} {material}`, price: byWeight(270),
  })),
  {
    ...common, code: 'press-washer-screw', category: 'metal-screws', drawing: 'machineScrew', name: { ru: 'Саморез с пресс-шайбой', en: 'Screw with pressed washer' }, splits: [fastenerBrands, words('tip', 'Наконечник', 'Tip', ['острый|острый|sharp|О|1', 'сверло|сверло|drill tip|С|1.08'])],
    axes: [diameters([4.2]), lengths([13, 14, 16, 19, 25, 32, 38, 41, 51, 57, 76]), ral], size: '{diameter}×{length}', sku: 'ПШ{tip}-{diameter}х{length}-{colour}-{brand}', price: byWeight(240),
  },
  {
    ...common, code: 'din-571', category: 'wood-screws', standard: 'DIN 571', drawing: 'woodScrew', name: { ru: 'Шуруп-глухарь DIN 571', en: 'Coach screw DIN 571', de: 'Holzschraube DIN 571' }, splits: [steels],
    axes: [diameters([6, 8, 10, 12, 16]), lengths([30, ...screwLengths.slice(9), 220, 240, 260, 280, 300])], accepts: slender(3, 30), size: '{diameter}×{length}', sku: '0571 {diameter} {length} {material}', price: byWeight(230),
  },
  {
    ...common, code: 'structural-screw', category: 'wood-screws', drawing: 'woodScrew', name: { ru: 'Саморез конструкционный TX', en: 'Structural wood screw TX' }, splits: [fastenerBrands, words('head', 'Головка', 'Head', ['потайная|потайная головка|countersunk|П|1', 'тарельчатая|тарельчатая головка|washer head|Т|1.1'])],
    axes: [diameters([6, 8, 10, 12]), lengths([60, 80, 100, 120, 140, 160, 180, 200, 220, 240, 260, 280, 300, 340, 400]), twoCoatings], accepts: slender(8, 50), size: '{diameter}×{length}', sku: 'СК{head}-{diameter}х{length}-{coating}-{brand}', price: byWeight(310),
  },
  {
    ...common, code: 'terrace-screw', category: 'wood-screws', drawing: 'woodScrew', name: { ru: 'Саморез террасный', en: 'Decking screw' }, splits: [words('material', 'Материал', 'Material', ['A2|A2|A2|A2|1', 'C1|C1|C1|C1|0.7', 'A4|A4|A4|A4|1.5'])],
    axes: [diameters([4.5, 5, 5.5, 6]), lengths([40, 45, 50, 55, 60, 70, 80, 90, 100]), words('colour', 'Цвет', 'Colour', ['без цвета||natural|0|1', 'коричневый|коричневый|brown|К|1.1', 'чёрный|чёрный|black|Ч|1.1'])], size: '{diameter}×{length}', sku: 'ТР-{diameter}х{length}-{material}-{colour}', price: byWeight(720),
  },
  {
    ...common, code: 'confirmat', category: 'furniture-screws', drawing: 'woodScrew', name: { ru: 'Евровинт (конфирмат)', en: 'Confirmat screw' }, splits: [fastenerBrands],
    axes: [diameters([5, 6.3, 7]), lengths([38, 40, 50, 60, 70, 80]), twoCoatings], size: '{diameter}×{length}', sku: 'ЕВ-{diameter}х{length}-{coating}-{brand}', price: byWeight(220),
  },
  {
    code: 'nail-construction', category: 'nails', standard: 'ГОСТ 4028-63', drawing: 'nail', name: { ru: 'Гвоздь строительный', en: 'Construction nail', uk: 'Цвях будівельний' }, unit: kilogram, rule: () => ({ min: '0.5', step: '0.5', max: '500', packs: [{ name: 'короб', quantity: '5' }, { name: 'ящик', quantity: '25' }] }), splits: [fastenerBrands],
    axes: [diameters([1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 8]), lengths([16, 20, 25, 32, 40, 50, 60, 70, 80, 90, 100, 120, 150, 200, 250])], accepts: slender(12, 45), size: '{diameter}×{length}', sku: 'ГС {diameter} {length} {brand}', price: ({ diameter = 1 }) => 96 + 60 / diameter, weight: () => 1000,
  },
  ...([['ring-nail', 'Гвоздь ершёный', 'Ring shank nail', 'ГЕ'], ['screw-nail', 'Гвоздь винтовой', 'Screw shank nail', 'ГВ'], ['finish-nail', 'Гвоздь финишный', 'Finishing nail', 'ГФ'], ['roof-nail', 'Гвоздь толевый', 'Clout nail', 'ГТ']] as const).map(([code, ru, en, sku]): Family => ({
    code, category: 'nails', drawing: 'nail', name: { ru, en }, unit: kilogram, rule: () => ({ min: '1', step: '0.5' }), splits: [fastenerBrands],
    axes: [diameters([1.4, 1.6, 1.8, 2, 2.5, 2.8, 3, 3.5, 4]), lengths([20, 25, 30, 40, 50, 60, 70, 80, 90, 100, 120]), twoCoatings], accepts: slender(12, 40), size: '{diameter}×{length}', sku: `${sku}-{diameter}х{length}-{coating}-{brand}`, price: ({ diameter = 1 }) => 145 + 70 / diameter, weight: () => 1000,
  })),
];
