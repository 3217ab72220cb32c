import type { Localized, StoredAttribute } from '../../database/tables.js';
import type { DemoProduct, DemoSize, DemoVariant } from './catalogue-rows.js';
import { combinations, thinned, type Combination } from './combinations.js';
import type { Axis, Family, Numbers } from './family.js';
import { slugOf } from '../../modules/catalog/slug.js';

const piece = { code: '796', name: 'шт' };
const single = { min: '1', step: '1' };
type Built = Omit<DemoVariant, 'id' | 'barcodes'> & { id: number; barcodes: string[] };

/** A family of the full demo ends before the product with which it would grow past this. */
const familyBudget = 370;

/** Makes the products and variants of one family. */
export function buildFamily(family: Family, size: DemoSize): Built[] {
  const splits = combinations(family.splits).slice(
    0,
    size === 'full' ? undefined : (family.smallProducts ?? 1),
  );
  const built: Built[] = [];
  for (const split of splits) {
    const ofSplit = numbersOf(split);
    const exists = (each: Combination): boolean =>
      family.accepts?.({ ...ofSplit, ...numbersOf(each) }) ?? true;
    const count = (axes: readonly Axis[]): number => combinations(axes).filter(exists).length;
    const axes = size === 'full' ? family.axes : thinned(family.axes, family.smallVariants ?? 12, count);
    const kept = combinations(axes).filter(exists);
    if (built.length > 0 && built.length + kept.length > familyBudget) break;
    const product = productOf(family, split);
    for (const each of kept) built.push(variantOf(family, product, { ...split, ...each }));
  }
  return built;
}

function productOf(family: Family, split: Combination): DemoProduct {
  const values = Object.values(split);
  const slug = slugOf([family.code, ...values.map(({ sku }) => sku)].join(' '));
  return {
    id: `prd_${slug}`,
    slug,
    categoryId: `cat_${family.category}`,
    family: family.code,
    name: withWords(
      family.name,
      values.map(({ ru }) => ru),
      values.map(({ en }) => en),
    ),
    description: family.description ?? {},
    brand: split['brand']?.text ?? null,
    attributes: attributesOf(family, split),
    options: [],
    isPrivate: family.category.startsWith('uralprom'),
    status: 'active',
  };
}

function attributesOf(family: Family, split: Combination): StoredAttribute[] {
  const standard: StoredAttribute[] =
    family.standard === undefined
      ? []
      : [
          {
            code: 'standard',
            name: { ru: 'Стандарт', en: 'Standard', uk: 'Стандарт', de: 'Norm' },
            value: family.standard,
            isFacet: true,
          },
        ];
  const told = family.splits.map((axis): StoredAttribute => ({
    code: axis.code,
    name: axis.name,
    value: split[axis.code]?.text ?? '',
    isFacet: true,
  }));
  return [...standard, ...told];
}

function variantOf(family: Family, product: DemoProduct, of: Combination): Built {
  const values = numbersOf(of);
  const codes = Object.keys(of);
  const others = codes.filter((code) => code !== 'brand' && !family.size.includes(`{${code}}`));
  const size = fill(family.size, of, 'text');
  const said = (locale: 'ru' | 'en') => [
    locale === 'ru' ? size : inEnglish(size),
    ...others.map((code) => of[code]?.[locale] ?? ''),
    of['brand']?.[locale] ?? '',
  ];
  const factor = codes.reduce((total, code) => total * (of[code]?.factor ?? 1), 1);
  return {
    id: 0,
    product,
    sku: fill(family.sku, of, 'sku'),
    name: withWords(family.name, said('ru'), said('en')),
    options: Object.fromEntries(family.axes.map(({ code }) => [code, of[code]?.text ?? ''])),
    attributes: keySize(family, values),
    barcodes: [],
    unit: family.unit ?? piece,
    rule: family.rule?.(values) ?? single,
    vatRate: family.vatRate === undefined ? '22' : family.vatRate,
    weightGrams: family.weight?.(values) ?? 100,
    retail: Math.max(1, Math.round(family.price(values) * factor * 10_000)),
    position: 0,
    status: 'active',
  };
}

/** Units in a size, as English writes them. */
function inEnglish(size: string): string {
  return size
    .replace(/^р\. /, 'size ')
    .replace(/ (мм|мл|м|г)(?= |$)/g, (_, unit: string) => ` ${units[unit] ?? unit}`)
    .replace('х', '×');
}
const units: Readonly<Record<string, string>> = { мм: 'mm', мл: 'ml', м: 'm', г: 'g' };

/** Width across flats by ISO 272, for what has a hexagon outside. */
function keySize(family: Family, { diameter = 0 }: Numbers): StoredAttribute[] {
  const width = acrossFlats[diameter];
  if (width === undefined || (family.drawing !== 'hexBolt' && family.drawing !== 'hexNut')) return [];
  return [
    {
      code: 'keySize',
      name: { ru: 'Под ключ', en: 'Width across flats', uk: 'Під ключ', de: 'Schlüsselweite' },
      value: String(width),
      unit: 'мм',
      isFacet: true,
    },
  ];
}
const acrossFlats: Readonly<Record<number, number>> = {
  2: 4,
  2.5: 5,
  3: 5.5,
  4: 7,
  5: 8,
  6: 10,
  8: 13,
  10: 17,
  12: 19,
  14: 22,
  16: 24,
  18: 27,
  20: 30,
  22: 32,
  24: 36,
  27: 41,
  30: 46,
  36: 55,
};

function numbersOf(of: Combination): Numbers {
  const numbers: Record<string, number> = {};
  for (const code in of) {
    const number = of[code]?.number;
    if (number !== undefined && !Number.isNaN(number)) numbers[code] = number;
  }
  return numbers;
}

/** Fills `{axis}` places; a template splits at braces into text and axis codes by turns. */
function fill(template: string, of: Combination, part: 'text' | 'sku'): string {
  let filled = '';
  template.split(/[{}]/).forEach((segment, index) => {
    filled += index % 2 === 0 ? segment : (of[segment]?.[part] ?? '');
  });
  return filled;
}

/** The family's name in each of its languages, with the words of a combination; other languages than Russian take the English ones. */
function withWords(name: Localized, ru: readonly string[], en: readonly string[]): Localized {
  return Object.fromEntries(
    Object.entries(name).map(([locale, text]) => [
      locale,
      [text, ...(locale === 'ru' || locale === 'uk' ? ru : en)].filter((word) => word !== '').join(' '),
    ]),
  );
}
