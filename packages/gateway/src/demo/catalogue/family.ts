import type { Localized } from '../../database/tables.js';
import type { DrawingName } from '../pictures/drawings.js';

/** One value of an axis. */
export interface AxisValue {
  /** As it stands in options and attributes. */
  readonly text: string;
  /** Word in a Russian name; empty says nothing. */
  readonly ru: string;
  /** Word in an English name. */
  readonly en: string;
  /** Part of the SKU. */
  readonly sku: string;
  /** What it does to the price. */
  readonly factor: number;
  /** The value as a number, where it is one. */
  readonly number: number;
}

/** A property that takes several values in a family: an option of its products, or what tells its products apart. */
export interface Axis {
  readonly code: string;
  readonly name: Localized;
  readonly unit?: string;
  readonly values: readonly AxisValue[];
  /** Values that the small demo keeps. */
  readonly essential: readonly string[];
}

/** Values of one variant: numbers by axis code. */
export type Numbers = Readonly<Record<string, number>>;

/** Unit of measure: OKEI code and short name. */
export interface FamilyUnit {
  readonly code: string;
  readonly name: string;
}

/** Smallest quantity, multiple, largest quantity and packs. */
export interface FamilyRule {
  readonly min: string;
  readonly step: string;
  readonly max?: string;
  readonly packs?: readonly { name: string; quantity: string }[];
}

/** A family of goods: everything from which its products and variants follow. */
export interface Family {
  readonly code: string;
  /** Code of its category. */
  readonly category: string;
  /** What a variant's name begins with. */
  readonly name: Localized;
  readonly drawing: DrawingName;
  readonly standard?: string;
  readonly description?: Localized;
  readonly unit?: FamilyUnit;
  /** VAT rate in percent; null when not subject to VAT. @default '22' */
  readonly vatRate?: string | null;
  /** One product for each combination of their values. */
  readonly splits: readonly Axis[];
  /** One variant of a product for each combination of their values. */
  readonly axes: readonly Axis[];
  /** Which combinations exist. */
  readonly accepts?: (numbers: Numbers) => boolean;
  /** Size in names, with `{axis}` places; the axes named here add no word of their own. */
  readonly size: string;
  /** SKU with `{axis}` places. */
  readonly sku: string;
  /** Retail price of one unit in roubles before the factors of its values. */
  readonly price: (numbers: Numbers) => number;
  /** Weight of one unit in grams. */
  readonly weight?: (numbers: Numbers) => number;
  readonly rule?: (numbers: Numbers) => FamilyRule;
  /** Variants that a product keeps in the small demo. @default 12 */
  readonly smallVariants?: number;
  /** Products that the small demo keeps. @default 1 */
  readonly smallProducts?: number;
}

/** An axis of numbers; `sku` writes a value where its digits alone would meet another value's. */
export function numbers(
  code: string,
  ru: string,
  en: string,
  unit: string,
  values: readonly number[],
  essential: readonly number[] = [],
  sku: (value: number) => string = String,
): Axis {
  return {
    code,
    name: { ru, en },
    ...(unit === '' ? {} : { unit }),
    values: values.map((number) => ({
      text: String(number),
      ru: `${number} ${unit}`.trim(),
      en: `${number} ${unit}`.trim(),
      sku: sku(number),
      factor: 1,
      number,
    })),
    essential: essential.map(String),
  };
}

/** An axis of words; a value reads `text|ru|en|sku|factor`. */
export function words(
  code: string,
  ru: string,
  en: string,
  values: readonly string[],
  essential: readonly string[] = [],
): Axis {
  return {
    code,
    name: { ru, en },
    values: values.map((value) => {
      const [text = '', ruWord = text, enWord = ruWord, sku = enWord, factor = '1'] = value.split('|');
      return { text, ru: ruWord, en: enWord, sku, factor: Number(factor), number: Number(text) };
    }),
    essential,
  };
}

/** Whole numbers or steps from `from` to `to`. */
export function range(from: number, to: number, step = 1): number[] {
  const count = Math.round((to - from) / step);
  return Array.from({ length: count + 1 }, (_, index) => Number((from + index * step).toFixed(3)));
}
