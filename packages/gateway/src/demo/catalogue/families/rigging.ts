import { numbers, range, words, type Family } from '../family.js';
import { brands, byWeight, colours, diameters, fastenerBrands, lengths, metre, pack, packOf, packRule, rodGrams, slender, steels, twoCoatings } from './shared-axes.js';

const cut = () => ({ min: '0.5', step: '0.5', max: '1000', packs: [{ name: 'бухта', quantity: '50' }, { name: 'бухта большая', quantity: '200' }] });

export const rigging: readonly Family[] = [
  ...([['766', 'Цепь короткозвенная', 'Short link chain'], ['763', 'Цепь длиннозвенная', 'Long link chain'], ['5685', 'Цепь витая', 'Knotted chain']] as const).map(([number, ru, en]): Family => ({
    code: `din-${number}`, category: 'chains', standard: `DIN ${number}`, drawing: 'chain', name: { ru: `${ru} DIN ${number}`, en: `${en} DIN ${number}` }, unit: metre, rule: cut, splits: [steels, fastenerBrands], axes: [diameters([2, 2.5, 3, 4, 5, 6, 7, 8, 10, 12, 13, 16], [4])],
    size: '{diameter} мм', sku: `ЦП${number}-{diameter}-{material}-{brand}`, price: ({ diameter = 4 }) => diameter * diameter * 3.6 + 12, weight: ({ diameter = 4 }) => diameter * diameter * 21,
  })),
  ...([['3055', 'Трос стальной', 'Steel rope', 'ТР'], ['3053', 'Трос стальной жёсткий', 'Stiff steel rope', 'ТЖ'], ['3066', 'Трос грузовой', 'Lifting rope', 'ТГ']] as const).map(([number, ru, en, sku]): Family => ({
    code: `din-${number}`, category: 'ropes', standard: `DIN ${number}`, drawing: 'rope', name: { ru: `${ru} DIN ${number}`, en: `${en} DIN ${number}` }, unit: metre, rule: cut, splits: [words('sheath', 'Оболочка', 'Sheath', ['без оболочки|||0|1', 'ПВХ|в ПВХ|PVC coated|ПВХ|1.3']), steels], axes: [diameters([1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16])], size: '{diameter} мм', sku: `${sku}-{diameter}-{sheath}-{material}`, price: ({ diameter = 4 }) => diameter * diameter * 1.9 + 5, weight: ({ diameter = 4 }) => diameter * diameter * 4,
  })),
  {
    code: 'polymer-rope', category: 'ropes', drawing: 'rope', name: { ru: 'Верёвка полиамидная', en: 'Polyamide rope' }, unit: metre, rule: cut, splits: [words('weave', 'Плетение', 'Weave', ['плетёная|плетёная|braided|П|1', 'кручёная|кручёная|twisted|К|0.9', 'фал|фал|halyard|Ф|1.2'])], axes: [diameters([2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20]), colours], size: '{diameter} мм', sku: 'ВП{weave}-{diameter}-{colour}', price: ({ diameter = 4 }) => diameter * diameter * 0.34 + 2, weight: ({ diameter = 4 }) => diameter * diameter * 0.8,
  },
  ...([['shackle', 'Скоба такелажная DIN 82101', 'Shackle', 'СКТ', 1], ['turnbuckle', 'Талреп DIN 1480', 'Turnbuckle', 'ТЛ', 2.4], ['carabiner', 'Карабин пожарный DIN 5299', 'Snap hook', 'КБ', 0.9], ['thimble', 'Коуш DIN 6899', 'Thimble', 'КШ', 0.4], ['rope-clip', 'Зажим троса DIN 741', 'Rope clip', 'ЗТ', 0.5], ['double-clip', 'Зажим Duplex', 'Duplex rope clip', 'ЗД', 0.5], ['eye-bolt', 'Рым-болт DIN 580', 'Eye bolt DIN 580', 'РБ', 2.2], ['lifting-hook', 'Крюк чалочный', 'Lifting hook', 'КЧ', 4], ['s-hook', 'Крюк S-образный', 'S hook', 'КС', 0.5], ['swivel', 'Вертлюг', 'Swivel', 'ВР', 2]] as const).map(([code, ru, en, sku, factor]): Family => ({
    code, category: 'rigging-fittings', drawing: code.includes('hook') ? 'hook' : 'shackle', name: { ru, en }, splits: [steels, fastenerBrands], axes: [diameters([2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24])], size: 'M{diameter}', sku: `${sku} {diameter} {material} {brand}`, price: ({ diameter = 4 }) => diameter * diameter * factor * 1.4 + 6, weight: ({ diameter = 4 }) => diameter * diameter * diameter * 0.3, rule: ({ diameter = 4 }) => packOf(diameter <= 6 ? 20 : diameter <= 10 ? 10 : 1),
  })),
  ...([['screw-hook', 'Крючок с шурупом', 'Screw hook', 'КРШ'], ['screw-eye', 'Кольцо с шурупом', 'Screw eye', 'КОШ'], ['l-hook', 'Костыль Г-образный', 'L hook', 'КГ']] as const).map(([code, ru, en, sku]): Family => ({
    code, category: 'hooks', drawing: 'hook', name: { ru, en }, splits: [fastenerBrands], axes: [diameters([2, 2.5, 3, 4, 5, 6, 8]), lengths([16, 20, 25, 30, 40, 50, 60, 70, 80, 100, 120]), twoCoatings], accepts: slender(5, 16), size: '{diameter}×{length}', sku: `${sku}-{diameter}х{length}-{coating}-{brand}`, price: byWeight(360), weight: rodGrams, rule: packRule,
  })),
  {
    code: 'cable-tie', category: 'cable-ties', drawing: 'cableTie', name: { ru: 'Хомут-стяжка нейлоновая', en: 'Nylon cable tie', uk: 'Стяжка нейлонова', de: 'Kabelbinder' }, unit: pack, splits: [brands('Крепмастер|Крепмастер|Krepmaster|KM|1', 'Fixar|Fixar|Fixar|FX|1.2', 'Nordbolt|Nordbolt|Nordbolt|NB|1.3', 'Электрофикс|Электрофикс|Elektrofix|ЭФ|0.9')],
    axes: [numbers('width', 'Ширина', 'Width', 'мм', [2.5, 3.6, 4.8, 7.6, 9]), lengths([60, 80, 100, 120, 150, 200, 250, 300, 350, 370, 400, 450, 500, 550, 600, 750]), words('colour', 'Цвет', 'Colour', ['белый|белая|white|Б|1', 'чёрный|чёрная|black|Ч|1.02', 'красный|красная|red|К|1.15', 'синий|синяя|blue|С|1.15']), words('packing', 'В упаковке', 'Pack of', ['25|25 шт|25 pcs|25|0.3', '100|100 шт|100 pcs|100|1', '500|500 шт|500 pcs|500|4.6'])],
    accepts: ({ width = 3, length = 100 }) => length >= width * 20 && length <= width * 85, size: '{width}×{length}', sku: 'ХС-{width}х{length}-{colour}-{packing}-{brand}', price: ({ width = 3, length = 100 }) => width * length * 0.13 + 12, weight: ({ width = 3, length = 100 }) => width * length * 0.12,
  },
  {
    code: 'hose-clamp', category: 'clamps', standard: 'DIN 3017', drawing: 'clamp', name: { ru: 'Хомут червячный', en: 'Hose clamp', uk: "Хомут черв'ячний", de: 'Schlauchschelle' }, splits: [fastenerBrands], axes: [words('size', 'Размер', 'Size', ['8-12', '10-16', '12-20', '12-22', '16-25', '16-27', '20-32', '25-40', '32-50', '40-60', '50-70', '60-80', '70-90', '80-100', '90-110', '100-120', '110-130', '120-140', '130-150', '140-160']), words('bandWidth', 'Ширина ленты', 'Band width', ['9|9 мм|9 mm|9|1', '12|12 мм|12 mm|12|1.2']), words('material', 'Материал', 'Material', ['W1|W1|W1|W1|1', 'W2|W2|W2|W2|1.3', 'W4|W4|W4|W4|1.9', 'W5|W5|W5|W5|2.8'])], size: '{size}', sku: 'ХЧ {size} {bandWidth} {material} {brand}', price: () => 21, weight: () => 18, rule: () => packOf(20),
  },
  {
    code: 'pipe-clamp', category: 'clamps', drawing: 'clamp', name: { ru: 'Хомут трубный с гайкой', en: 'Pipe clamp with nut' }, splits: [fastenerBrands], axes: [words('size', 'Размер', 'Size', ['1/4"', '3/8"', '1/2"', '3/4"', '1"', '1 1/4"', '1 1/2"', '2"', '2 1/2"', '3"', '4"', '5"', '6"']), words('kit', 'Комплект', 'Kit', ['хомут|||Х|1', 'с шурупом|с шурупом|with screw|Ш|1.25', 'с шурупом и дюбелем|с шурупом и дюбелем|with screw and plug|Д|1.35'])], size: '{size}', sku: 'ХТ {size} {kit} {brand}', price: () => 44, weight: () => 70, rule: () => packOf(10),
  },
  {
    code: 'spring-extension', category: 'springs', drawing: 'spring', name: { ru: 'Пружина растяжения', en: 'Extension spring' }, splits: [words('material', 'Материал', 'Material', ['сталь|сталь|steel|S|1', 'A2|A2|A2|A2|2.6'])], axes: [diameters(range(4, 20, 2)), lengths(range(20, 200, 20)), words('wire', 'Проволока', 'Wire', ['0.8', '1', '1.5', '2', '2.5'])], accepts: ({ diameter = 4, length = 20, wire = 1 }) => diameter >= wire * 4 && diameter <= wire * 10 && length >= diameter * 2, size: '{diameter}×{length}×{wire}', sku: 'ПР-{diameter}х{length}х{wire}-{material}', price: ({ diameter = 4, wire = 1 }) => diameter * wire * 3 + 9, weight: ({ diameter = 4, wire = 1 }) => diameter * wire * 2,
  },
];
