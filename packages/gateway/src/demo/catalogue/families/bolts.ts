import type { Family } from '../family.js';
import { boltCoatings, boltLengths, byWeight, diameters, lengths, packRule, rodGrams, slender, stainless, strengths } from './shared-axes.js';

const essentialDiameters = [6, 8, 10, 12, 16];
const essentialLengths = [20, 40, 50, 60, 100];
const common = { weight: rodGrams, rule: packRule };

export const bolts: readonly Family[] = [
  {
    ...common, code: 'din-933', category: 'hex-bolts', standard: 'DIN 933', drawing: 'hexBolt',
    name: { ru: 'Болт DIN 933', en: 'Hex bolt DIN 933', uk: 'Болт DIN 933', de: 'Sechskantschraube DIN 933' },
    description: { ru: 'Болт с шестигранной головкой и полной резьбой. ГОСТ Р ИСО 4017.', en: 'Hexagon head bolt, fully threaded. ISO 4017.', uk: 'Болт із шестигранною головкою та повною різьбою.', de: 'Sechskantschraube mit Gewinde bis Kopf. ISO 4017.' },
    splits: [strengths('8.8|8.8|8.8|8.8|1', '5.8|5.8|5.8|5.8|0.88', '10.9|10.9|10.9|10.9|1.3', '12.9|12.9|12.9|12.9|1.8')],
    axes: [diameters([4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 27, 30], essentialDiameters), lengths(boltLengths, essentialLengths), boltCoatings],
    accepts: slender(1.3, 14), size: 'M{diameter}×{length} {strength}', sku: 'DIN933-{strength}-M{diameter}X{length}-{coating}', price: byWeight(210), smallVariants: 120, smallProducts: 2,
  },
  {
    ...common, code: 'din-931', category: 'hex-bolts', standard: 'DIN 931', drawing: 'hexBolt',
    name: { ru: 'Болт DIN 931', en: 'Hex bolt DIN 931, partial thread', uk: 'Болт DIN 931', de: 'Sechskantschraube DIN 931' },
    description: { ru: 'Болт с шестигранной головкой и неполной резьбой.', en: 'Hexagon head bolt with shank.' },
    splits: [strengths('8.8|8.8|8.8|8.8|1', '5.8|5.8|5.8|5.8|0.88', '10.9|10.9|10.9|10.9|1.3')],
    axes: [diameters([6, 8, 10, 12, 14, 16, 18, 20, 24, 27, 30, 36], [10, 12]), lengths([...boltLengths, 220, 240, 260, 280, 300], [60, 80]), boltCoatings],
    accepts: slender(3.5, 16), size: 'M{diameter}×{length} {strength}', sku: 'DIN931-{strength}-M{diameter}X{length}-{coating}', price: byWeight(205), smallVariants: 60,
  },
  {
    ...common, code: 'din-933-stainless', category: 'stainless-bolts', standard: 'DIN 933', drawing: 'hexBolt',
    name: { ru: 'Болт DIN 933 нержавеющий', en: 'Stainless hex bolt DIN 933', de: 'Sechskantschraube DIN 933 rostfrei' }, splits: [stainless],
    axes: [diameters([4, 5, 6, 8, 10, 12, 14, 16, 20, 24]), lengths(boltLengths)],
    accepts: slender(1.3, 14), size: 'M{diameter}×{length}', sku: '0933{material} {diameter} {length}', price: byWeight(860),
  },
  {
    ...common, code: 'din-912', category: 'socket-bolts', standard: 'DIN 912', drawing: 'socketScrew',
    name: { ru: 'Винт DIN 912', en: 'Socket head cap screw DIN 912', uk: 'Гвинт DIN 912', de: 'Zylinderschraube DIN 912' },
    description: { ru: 'Винт с цилиндрической головкой и внутренним шестигранником.', en: 'Cylinder head screw with hexagon socket.' },
    splits: [strengths('8.8|8.8|8.8|8.8|1', '10.9|10.9|10.9|10.9|1.2', '12.9|12.9|12.9|12.9|1.4')],
    axes: [diameters([2, 2.5, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, 20, 24]), lengths(boltLengths), boltCoatings],
    accepts: slender(1.5, 14), size: 'M{diameter}×{length} {strength}', sku: 'DIN912-{strength}-M{diameter}X{length}-{coating}', price: byWeight(320), smallVariants: 48,
  },
  {
    ...common, code: 'din-912-stainless', category: 'stainless-bolts', standard: 'DIN 912', drawing: 'socketScrew', name: { ru: 'Винт DIN 912 нержавеющий', en: 'Stainless socket screw DIN 912' }, splits: [stainless],
    axes: [diameters([2, 2.5, 3, 4, 5, 6, 8, 10, 12, 16]), lengths(boltLengths)], accepts: slender(1.5, 14), size: 'M{diameter}×{length}', sku: '0912{material} {diameter} {length}', price: byWeight(980),
  },
  {
    ...common, code: 'din-7991', category: 'socket-bolts', standard: 'DIN 7991', drawing: 'countersunkScrew', name: { ru: 'Винт DIN 7991 потайной', en: 'Countersunk socket screw DIN 7991' },
    splits: [strengths('8.8|8.8|8.8|8.8|1', '10.9|10.9|10.9|10.9|1.2')],
    axes: [diameters([3, 4, 5, 6, 8, 10, 12, 14, 16, 20]), lengths(boltLengths), boltCoatings],
    accepts: slender(1.8, 10), size: 'M{diameter}×{length} {strength}', sku: 'DIN7991-{strength}-M{diameter}X{length}-{coating}', price: byWeight(340),
  },
  {
    ...common, code: 'din-603', category: 'carriage-bolts', standard: 'DIN 603', drawing: 'carriageBolt', name: { ru: 'Болт мебельный DIN 603', en: 'Carriage bolt DIN 603' }, splits: [strengths('4.8|4.8|4.8|4.8|1', '8.8|8.8|8.8|8.8|1.3')],
    axes: [diameters([5, 6, 8, 10, 12, 16, 20]), lengths([...boltLengths, 220, 240, 260, 280, 300]), boltCoatings], accepts: slender(2, 25), size: 'M{diameter}×{length} {strength}', sku: 'DIN603-{strength}-M{diameter}X{length}-{coating}', price: byWeight(240),
  },
  ...([['7380', 'socket-bolts', 'ISO', 'Винт полусферический', 'Button head socket screw', 330], ['6921', 'hex-bolts', 'DIN', 'Болт с фланцем', 'Flange bolt', 260], ['7984', 'socket-bolts', 'DIN', 'Винт с низкой головкой', 'Low head socket screw', 350], ['6912', 'socket-bolts', 'DIN', 'Винт с низкой головкой и направлением', 'Low head screw with pilot', 380], ['960', 'hex-bolts', 'DIN', 'Болт с мелким шагом', 'Fine thread bolt', 290], ['961', 'hex-bolts', 'DIN', 'Болт с мелким шагом и полной резьбой', 'Fine thread bolt, full thread', 295]] as const).map(
    ([number, category, body, ru, en, rate]): Family => ({
      ...common, code: `${body.toLowerCase()}-${number}`, category, standard: `${body} ${number}`, drawing: category === 'hex-bolts' ? 'hexBolt' : 'socketScrew',
      name: { ru: `${ru} ${body} ${number}`, en: `${en} ${body} ${number}` }, splits: [strengths('8.8|8.8|8.8|8.8|1', '10.9|10.9|10.9|10.9|1.25')],
      axes: [diameters([5, 6, 8, 10, 12, 14, 16]), lengths(boltLengths.slice(2, 24)), boltCoatings], accepts: slender(1.5, 9), size: 'M{diameter}×{length} {strength}', sku: `${body}${number}-{strength}-M{diameter}X{length}-{coating}`, price: byWeight(rate),
    }),
  ),
  ...([['7985', 'Винт с полукруглой головкой', 'Pan head machine screw'], ['965', 'Винт потайной', 'Countersunk machine screw'], ['84', 'Винт с цилиндрической головкой', 'Cheese head screw'], ['963', 'Винт потайной прямой шлиц', 'Slotted countersunk screw'], ['967', 'Винт с пресс-шайбой', 'Machine screw with collar'], ['464', 'Винт с накатанной головкой', 'Knurled thumb screw']] as const).map(
    ([number, ru, en]): Family => ({
      ...common, code: `din-${number}`, category: 'machine-screws', standard: `DIN ${number}`, drawing: number === '965' || number === '963' ? 'countersunkScrew' : 'machineScrew',
      name: { ru: `${ru} DIN ${number}`, en: `${en} DIN ${number}` }, splits: [strengths('4.8|4.8 цинк|4.8 zinc|ZN|1', 'A2|A2|A2|A2|3.6', 'A4|A4|A4|A4|5.5')],
      axes: [diameters([2, 2.5, 3, 4, 5, 6, 8, 10]), lengths([3, 4, 5, ...boltLengths.slice(0, 22)])], accepts: slender(1.2, 16), size: 'M{diameter}×{length}', sku: `${number.padStart(4, '0')} {diameter} {length} {strength}`, price: byWeight(330),
    }),
  ),
  ...(['913', '914', '915', '916'] as const).map(
    (number): Family => ({
      ...common, code: `din-${number}`, category: 'set-screws', standard: `DIN ${number}`, drawing: 'setScrew', name: { ru: `Винт установочный DIN ${number}`, en: `Set screw DIN ${number}` },
      splits: [strengths('45H|45H|45H|45H|1', 'A2|A2|A2|A2|3.2')], axes: [diameters([2, 2.5, 3, 4, 5, 6, 8, 10, 12, 16]), lengths([2, 3, 4, 5, ...boltLengths.slice(0, 18)])], accepts: slender(1, 6), size: 'M{diameter}×{length}', sku: `0${number} {diameter} {length} {strength}`, price: byWeight(420),
    }),
  ),
];
