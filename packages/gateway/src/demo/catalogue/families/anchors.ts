import { words, type Family } from '../family.js';
import { brands, byWeight, diameters, fastenerBrands, lengths, packOf, packRule, packing, ral, rodGrams, slender, steels, twoCoatings } from './shared-axes.js';

const common = { weight: rodGrams, rule: packRule };
const anchorCoatings = words('coating', 'Покрытие', 'Coating', ['цинк|оцинкованный|zinc plated|ZN|1', 'горячий цинк|горячеоцинкованный|hot-dip galvanised|HDG|1.5', 'A4|A4|A4|A4|4.8']);
const plasticBrands = brands('Крепмастер|Крепмастер|Krepmaster|KM|1', 'Fixar|Fixar|Fixar|FX|1.3');

export const anchors: readonly Family[] = [
  {
    ...common, code: 'wedge-anchor', category: 'metal-anchors', drawing: 'anchor', name: { ru: 'Анкер клиновой', en: 'Wedge anchor', uk: 'Анкер клиновий', de: 'Bolzenanker' }, splits: [fastenerBrands],
    axes: [diameters([6, 8, 10, 12, 16, 20, 24], [12]), lengths([40, 50, 60, 65, 70, 75, 80, 85, 95, 100, 110, 115, 120, 135, 140, 150, 160, 180, 200, 220, 260], [80]), anchorCoatings], accepts: slender(4.5, 17), size: '{diameter}х{length}', sku: 'АР-{diameter}х{length}-{coating}-{brand}', price: byWeight(330), smallVariants: 40,
  },
  ...([['sleeve-anchor', 'Анкерный болт с гайкой', 'Sleeve anchor', 'АБ', 300], ['hook-anchor', 'Анкер с крюком', 'Hook anchor', 'АК', 380], ['ring-anchor', 'Анкер с кольцом', 'Eye anchor', 'АКО', 390], ['drop-in-anchor', 'Анкер забивной', 'Drop-in anchor', 'АЗ', 360], ['frame-anchor', 'Анкер рамный', 'Frame anchor', 'АРМ', 290], ['concrete-screw', 'Шуруп по бетону', 'Concrete screw', 'ШБ', 340], ['expansion-anchor', 'Анкер четырёхсегментный', 'Four-segment anchor', 'АЧ', 410]] as const).map(([code, ru, en, sku, rate]): Family => ({
    ...common, code, category: 'metal-anchors', drawing: 'anchor', name: { ru, en }, splits: [fastenerBrands],
    axes: [diameters([6, 6.5, 7.5, 8, 10, 12, 14, 16, 20]), lengths([25, 30, 36, 40, 45, 50, 60, 65, 72, 80, 92, 100, 112, 120, 129, 132, 150, 152, 180, 200]), twoCoatings], accepts: slender(3.2, 20), size: '{diameter}х{length}', sku: `${sku}-{diameter}х{length}-{coating}-{brand}`, price: byWeight(rate),
  })),
  {
    code: 'chemical-anchor', category: 'chemical-anchors', drawing: 'cartridge', name: { ru: 'Анкер химический', en: 'Injection mortar' }, splits: [fastenerBrands], axes: [words('volume', 'Объём', 'Volume', ['150|150 мл|150 ml|150|0.6', '300|300 мл|300 ml|300|1', '345|345 мл|345 ml|345|1.15', '410|410 мл|410 ml|410|1.3', '585|585 мл|585 ml|585|1.8']), words('resin', 'Смола', 'Resin', ['полиэстер|полиэстер|polyester|P|1', 'винилэстер|винилэстер|vinylester|V|1.5', 'эпоксид|эпоксид|epoxy|E|2.6'])],
    size: '{volume} мл', sku: 'ХА{resin}-{volume}-{brand}', price: () => 620, weight: () => 600,
  },
  ...([['nylon-plug', 'Дюбель распорный', 'Nylon plug', 'ДР', 0.09], ['universal-plug', 'Дюбель универсальный', 'Universal plug', 'ДУ', 0.11], ['aerated-plug', 'Дюбель для газобетона', 'Aerated concrete plug', 'ДГ', 0.2], ['butterfly-plug', 'Дюбель «бабочка»', 'Butterfly plug', 'ДБ', 0.14], ['drive-plug', 'Дюбель-гвоздь', 'Nail plug', 'ДГВ', 0.17], ['facade-plug', 'Дюбель фасадный', 'Facade plug', 'ДФ', 0.35]] as const).map(([code, ru, en, sku, rate]): Family => ({
    code, category: 'plugs', drawing: 'plug', name: { ru, en, ...(code === 'nylon-plug' ? { uk: 'Дюбель розпірний', de: 'Spreizdübel' } : {}) }, splits: [plasticBrands],
    axes: [diameters([5, 6, 8, 10, 12, 14, 16], [6]), lengths([25, 30, 35, 40, 50, 60, 70, 80, 100, 120, 140, 160], [40]), words('collar', 'Бортик', 'Collar', ['потайной||flush|П|1', 'грибок|грибок|mushroom|Г|1.04']), packing], accepts: slender(4, 11), size: '{diameter}×{length}', sku: `${sku}-{diameter}х{length}-{collar}-{packing}-{brand}`,
    price: ({ diameter = 6, length = 30 }) => diameter * length * rate * 0.018 + 0.12, weight: ({ diameter = 6, length = 30 }) => Number((diameter * diameter * length * 0.0006).toFixed(3)), rule: packRule,
  })),
  {
    code: 'insulation-plug', category: 'plugs', drawing: 'plug', name: { ru: 'Дюбель для теплоизоляции', en: 'Insulation plug' }, splits: [plasticBrands], axes: [lengths([70, 90, 100, 110, 120, 140, 160, 180, 200, 220, 260, 300]), words('nail', 'Гвоздь', 'Pin', ['пластик|пластиковый гвоздь|plastic pin|П|1', 'металл|металлический гвоздь|steel pin|М|1.5', 'термоголовка|термоголовка|thermal head|Т|1.9'])],
    size: '10×{length}', sku: 'ДТ{nail}-10х{length}-{brand}', price: ({ length = 100 }) => 2 + length * 0.042, weight: ({ length = 100 }) => length * 0.11, rule: () => packOf(200),
  },
  {
    ...common, code: 'blind-rivet', category: 'rivets', drawing: 'rivet', standard: 'DIN 7337', name: { ru: 'Заклёпка вытяжная', en: 'Blind rivet', uk: 'Заклепка витяжна', de: 'Blindniet' }, splits: [words('material', 'Материал', 'Material', ['Al/St|Al/St|Al/St|AS|1', 'St/St|St/St|St/St|SS|1.2', 'A2/A2|A2/A2|A2/A2|A2|3.8', 'Al/Al|Al/Al|Al/Al|AA|1.1', 'Cu/Br|Cu/Br|Cu/Br|CB|4.4']), fastenerBrands],
    axes: [diameters([2.4, 3, 3.2, 4, 4.8, 5, 6, 6.4]), lengths([5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 25, 30, 35, 40])], accepts: slender(1.2, 6.5), size: '{diameter}×{length}', sku: 'RV{material}-{diameter}X{length}-{brand}', price: byWeight(420),
  },
  {
    ...common, code: 'coloured-rivet', category: 'rivets', drawing: 'rivet', name: { ru: 'Заклёпка вытяжная окрашенная', en: 'Painted blind rivet' }, splits: [fastenerBrands], axes: [diameters([3.2, 4, 4.8]), lengths([8, 10, 12, 16]), ral], size: '{diameter}×{length}', sku: 'ЗК-{diameter}х{length}-{colour}-{brand}', price: byWeight(560),
  },
  {
    ...common, code: 'rivet-nut', category: 'rivets', drawing: 'rivet', name: { ru: 'Гайка-заклёпка', en: 'Rivet nut' }, splits: [steels], axes: [diameters([3, 4, 5, 6, 8, 10, 12]), words('form', 'Исполнение', 'Form', ['цилиндр|цилиндрическая|round|R|1', 'насечка|с насечкой|knurled|K|1.05', 'шестигранник|шестигранная|hexagonal|H|1.25']), words('rim', 'Бортик', 'Rim', ['стандарт|||S|1', 'уменьшенный|уменьшенный бортик|reduced rim|M|1'])],
    size: 'M{diameter}', sku: 'GZ{form}-M{diameter}-{rim}-{material}', price: ({ diameter = 4 }) => diameter * diameter * 0.11 + 1.2,
  },
];
