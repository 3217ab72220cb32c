import { numbers, words, type Family } from '../family.js';
import { brands, packOf } from './shared-axes.js';

const abrasiveBrands = brands('Луга-Диск|Луга-Диск|Luga-Disc|ЛД|1', 'Fixar|Fixar|Fixar|FX|1.15', 'Hartwerk|Hartwerk|Hartwerk|HW|1.5', 'Sibtool|Sibtool|Sibtool|ST|0.9');
const grits = words('grit', 'Зерно', 'Grit', ['40', '60', '80', '100', '120', '150', '180', '220', '240', '280', '320', '400', '600', '800', '1000', '1200', '1500', '2000'].map((grit) => `P${grit}|P${grit}|P${grit}|${grit}|1`));
const discSizes = [115, 125, 150, 180, 230, 300, 350, 400];

export const abrasives: readonly Family[] = [
  {
    code: 'cutting-disc', category: 'cutting-discs', drawing: 'disc', name: { ru: 'Круг отрезной', en: 'Cutting disc', uk: 'Круг відрізний', de: 'Trennscheibe' }, splits: [abrasiveBrands, words('for', 'Назначение', 'For', ['металл|по металлу|for metal|М|1', 'нержавейка|по нержавейке|for stainless steel|Н|1.2', 'камень|по камню|for stone|К|1.05'])],
    axes: [numbers('diameter', 'Диаметр', 'Diameter', 'мм', discSizes, [125]), words('thickness', 'Толщина', 'Thickness', ['1', '1.2', '1.6', '2', '2.5', '3', '4'], ['1']), words('bore', 'Посадка', 'Bore', ['22|22|22|22|1', '25.4|25,4|25.4|254|1.02', '32|32|32|32|1.02'], ['22'])], accepts: ({ diameter = 125, thickness = 1, bore = 22 }) => (diameter >= 300 ? thickness >= 2.5 && bore > 22 : bore < 25 && thickness <= 3), size: '{diameter}×{thickness}×{bore}', sku: 'КО{for}-{diameter}х{thickness}х{bore}-{brand}', price: ({ diameter = 125 }) => diameter * 0.28 + 4, weight: ({ diameter = 125, thickness = 1 }) => Number((diameter * diameter * thickness * 0.0019).toFixed(1)), rule: ({ diameter = 125 }) => packOf(diameter <= 150 ? 25 : diameter <= 230 ? 10 : 5), smallVariants: 30,
  },
  {
    code: 'grinding-disc', category: 'grinding-discs', drawing: 'disc', name: { ru: 'Круг зачистной', en: 'Grinding disc' }, splits: [abrasiveBrands], axes: [numbers('diameter', 'Диаметр', 'Diameter', 'мм', [115, 125, 150, 180, 230]), words('thickness', 'Толщина', 'Thickness', ['4', '6', '8', '10'])], size: '{diameter}×{thickness}×22', sku: 'КЗ-{diameter}х{thickness}х22-{brand}', price: ({ diameter = 125 }) => diameter * 0.55, weight: ({ diameter = 125 }) => diameter * 1.6, rule: () => packOf(10),
  },
  {
    code: 'flap-disc', category: 'grinding-discs', drawing: 'disc', name: { ru: 'Круг лепестковый', en: 'Flap disc' }, splits: [abrasiveBrands], axes: [numbers('diameter', 'Диаметр', 'Diameter', 'мм', [115, 125, 150, 180]), grits, words('form', 'Форма', 'Form', ['торцевой|торцевой|conical|Т|1', 'плоский|плоский|flat|П|1'])], size: '{diameter}', sku: 'КЛ{form}-{diameter}-{grit}-{brand}', price: ({ diameter = 125 }) => diameter * 0.8, weight: ({ diameter = 125 }) => diameter, rule: () => packOf(10),
  },
  {
    code: 'diamond-disc', category: 'cutting-discs', drawing: 'disc', name: { ru: 'Диск алмазный', en: 'Diamond disc' }, splits: [abrasiveBrands], axes: [numbers('diameter', 'Диаметр', 'Diameter', 'мм', discSizes), words('rim', 'Кромка', 'Rim', ['сегмент|сегментный|segmented|С|1', 'сплошной|сплошной|continuous|П|1.05', 'турбо|турбо|turbo|Т|1.15'])], size: '{diameter}', sku: 'ДА{rim}-{diameter}-{brand}', price: ({ diameter = 125 }) => diameter * 3.1, weight: ({ diameter = 125 }) => diameter * 2,
  },
  {
    code: 'sanding-sheet', category: 'sanding', drawing: 'sheet', name: { ru: 'Бумага шлифовальная 230×280', en: 'Sanding sheet 230×280' }, splits: [abrasiveBrands, words('base', 'Основа', 'Backing', ['бумага|бумажная основа|paper|Б|1', 'ткань|тканевая основа|cloth|Т|1.6', 'водостойкая|водостойкая|waterproof|В|1.3'])], axes: [grits], size: '230×280', sku: 'БШ{base}-230х280-{grit}-{brand}', price: () => 14, weight: () => 24, rule: () => packOf(50),
  },
  {
    code: 'sanding-belt', category: 'sanding', drawing: 'sheet', name: { ru: 'Лента шлифовальная', en: 'Sanding belt' }, splits: [abrasiveBrands], axes: [words('size', 'Размер', 'Size', ['75x457', '75x533', '100x610', '100x620', '110x620', '50x1000', '75x2000', '100x914', '150x2000', '150x2500', '200x750']), grits], size: '{size}', sku: 'ЛШ-{size}-{grit}-{brand}', price: () => 62, weight: () => 60, rule: () => packOf(10),
  },
  {
    code: 'sanding-disc', category: 'sanding', drawing: 'disc', name: { ru: 'Круг шлифовальный на липучке', en: 'Hook-and-loop sanding disc', de: 'Klett-Schleifscheibe' }, splits: [abrasiveBrands], axes: [numbers('diameter', 'Диаметр', 'Diameter', 'мм', [115, 125, 150, 225]), words('holes', 'Отверстий', 'Holes', ['0|без отверстий|no holes|0|1', '6|6 отв.|6 holes|6|1.03', '8|8 отв.|8 holes|8|1.03', '15|15 отв.|15 holes|15|1.06']), grits], size: '{diameter}', sku: 'КШЛ-{diameter}-{holes}-{grit}-{brand}', price: ({ diameter = 125 }) => diameter * 0.09 + 3, weight: () => 12, rule: () => packOf(50),
  },
  {
    code: 'wire-brush', category: 'grinding-discs', drawing: 'disc', name: { ru: 'Щётка-крацовка', en: 'Wire brush' }, splits: [abrasiveBrands], axes: [numbers('diameter', 'Диаметр', 'Diameter', 'мм', [50, 65, 75, 100, 115, 125, 150, 175, 200]), words('form', 'Форма', 'Form', ['чашка|чашка|cup|Ч|1', 'радиальная|радиальная|wheel|Р|1', 'коническая|коническая|bevel|К|1.05']), words('wire', 'Проволока', 'Wire', ['витая|витая|crimped|В|1', 'плетёная|плетёная|knotted|П|1.3', 'нейлон|нейлон|nylon|Н|1.4'])], size: '{diameter}', sku: 'ЩК{form}-{diameter}-{wire}-{brand}', price: ({ diameter = 100 }) => diameter * 2.2, weight: ({ diameter = 100 }) => diameter * 2,
  },
  {
    code: 'saw-blade', category: 'saw-blades', drawing: 'disc', name: { ru: 'Диск пильный', en: 'Circular saw blade' }, splits: [abrasiveBrands], axes: [numbers('diameter', 'Диаметр', 'Diameter', 'мм', [130, 140, 150, 160, 165, 185, 190, 200, 210, 230, 235, 250, 300, 350]), words('teeth', 'Зубьев', 'Teeth', ['16', '20', '24', '30', '36', '40', '48', '56', '60', '80', '100']), words('bore', 'Посадка', 'Bore', ['20', '30'])], accepts: ({ diameter = 200, teeth = 24 }) => teeth * 10 >= diameter && teeth * 3.4 <= diameter * 1.2, size: '{diameter}×{bore} Z{teeth}', sku: 'ДП-{diameter}х{bore}-Z{teeth}-{brand}', price: ({ diameter = 200, teeth = 24 }) => diameter * 2 + teeth * 9, weight: ({ diameter = 200 }) => diameter * 3,
  },
  {
    code: 'jigsaw-blade', category: 'saw-blades', drawing: 'saw', name: { ru: 'Пилка для лобзика', en: 'Jigsaw blade' }, splits: [abrasiveBrands], axes: [words('model', 'Модель', 'Model', ['T101B', 'T101BR', 'T101AO', 'T111C', 'T118A', 'T118B', 'T119B', 'T127D', 'T144D', 'T144DP', 'T218A', 'T234X', 'T244D', 'T301CD', 'T308B', 'T318A']), words('packing', 'В упаковке', 'Pack of', ['2|2 шт|2 pcs|2|0.45', '5|5 шт|5 pcs|5|1', '25|25 шт|25 pcs|25|4.6'])], size: '{model}', sku: 'ПЛБ-{model}-{packing}-{brand}', price: () => 140, weight: () => 30,
  },
];
