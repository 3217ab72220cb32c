import { foldName } from './fold.js';

/** Short names of the most usual units by code: ОКЕИ of Russia, and the Ukrainian code of the piece. */
export const unitNames: Readonly<Record<string, string>> = {
  '004': 'см',
  '006': 'м',
  '055': 'м2',
  '112': 'л',
  '113': 'м3',
  '163': 'г',
  '166': 'кг',
  '168': 'т',
  '625': 'лист',
  '657': 'изд',
  '704': 'набор',
  '715': 'пара',
  '728': 'пач',
  '736': 'рул',
  '778': 'упак',
  '796': 'шт',
  '839': 'компл',
  '868': 'бут',
  '872': 'флак',
  '876': 'усл. ед',
  '2009': 'шт',
};

/** The same units by the full names that classifiers have for them. */
const fullNames: Readonly<Record<string, readonly string[]>> = {
  '004': ['сантиметр'],
  '006': ['метр'],
  '055': ['квадратный метр', 'метр квадратный', 'квадратний метр'],
  '112': ['литр', 'литр; кубический дециметр', 'літр'],
  '113': ['кубический метр', 'метр кубический', 'кубічний метр'],
  '163': ['грамм'],
  '166': ['килограмм', 'кілограм'],
  '168': ['тонна', 'тонна; метрическая тонна (1000 кг)'],
  '625': ['лист'],
  '657': ['изделие'],
  '704': ['набор'],
  '715': ['пара', 'пара (2 шт.)'],
  '728': ['пачка'],
  '736': ['рулон'],
  '778': ['упаковка'],
  '796': ['штука', 'штуки', 'штук'],
  '839': ['комплект'],
  '868': ['бутылка'],
  '872': ['флакон'],
};

const shortNames = new Map(
  Object.entries(fullNames).flatMap(([code, names]) =>
    names.map((name) => [foldName(name), unitNames[code]] as const),
  ),
);

/** `шт` of `Штука`; `undefined` where the name is none of a classifier's, `1 билет`. */
export const shortUnitName = (fullName: string): string | undefined => shortNames.get(foldName(fullName));
