import type { StoredOption } from '../../../database/stored-values.js';
import { slugOf } from '../../catalog/service.js';
import { meaningsOf, type Properties, type ToldOffer } from './told.js';

/** What makes a variant differ, value by code of the option. */
export type OfferOptions = Readonly<Record<string, string>>;

export interface ChosenOptions {
  readonly options: readonly StoredOption[];
  readonly ofOffer: ReadonlyMap<string, OfferOptions>;
  /** Characteristics that all variants have alike: they are the product's and tell no variant apart. */
  readonly common: readonly ToldCharacteristic[];
}

export interface ToldCharacteristic {
  readonly name: string;
  readonly value: string;
}

const collator = new Intl.Collator('ru', { numeric: true });

/**
 * Finds what tells the variants of a product apart: their characteristics, else properties in which they differ, else what
 * stands in the last parentheses of their names.
 */
export function chooseOptions(offers: readonly ToldOffer[], properties: Properties): ChosenOptions {
  const set = setOfAll(offers);
  const told = new Map(offers.map((offer) => [offer.id, characteristicsOf(offer, set)] as const));
  if (![...told.values()].some((list) => list.length > 0)) {
    const differing = differingProperties(offers, properties);
    for (const offer of offers) told.set(offer.id, propertiesOf(offer, properties, differing));
    for (const offer of offers) if (told.get(offer.id)?.length === 0) told.set(offer.id, fromName(offer));
  }
  const common = commonOf([...told.values()]);
  if (common.length > 0)
    for (const [id, list] of told)
      told.set(
        id,
        list.filter((each) => !common.some(isSame(each))),
      );
  const codes = codesOf([...told.values()].flat().map(({ name }) => name));
  const values = new Map<string, Set<string>>();
  const ofOffer = new Map<string, OfferOptions>();
  for (const [id, list] of told) {
    const options: Record<string, string> = {};
    for (const { name, value } of list) {
      options[codes.get(name) ?? name] = value;
      const known = values.get(name) ?? new Set();
      values.set(name, known.add(value));
    }
    ofOffer.set(id, options);
  }
  const options = [...values].map(([name, set]) => ({
    code: codes.get(name) ?? name,
    name: { ru: name },
    values: [...set].sort(collator.compare),
  }));
  return { options, ofOffer, common };
}

const isSame =
  (one: ToldCharacteristic) =>
  (other: ToldCharacteristic): boolean =>
    one.name === other.name && one.value === other.value;

/** None where all are alike in everything: something has to be said of the variants. */
function commonOf([
  first = [],
  ...others
]: readonly (readonly ToldCharacteristic[])[]): readonly ToldCharacteristic[] {
  if (others.length === 0) return [];
  const common = first.filter((each) => others.every((list) => list.some(isSame(each))));
  return [first, ...others].every(({ length }) => length === common.length) ? [] : common;
}

/** Names may have a suffix in parentheses that belongs to the configuration: `Цвет (Доп реквизиты текстиль)`. */
function characteristicsOf({ goods }: ToldOffer, set: string): ToldCharacteristic[] {
  return (goods.characteristics ?? [])
    .map(({ name, value }) => ({
      name: name
        .trim()
        .slice(0, set === '' ? undefined : -set.length)
        .replace(/\s*\(доп[^)]*\)$/i, '')
        .trim(),
      value: value?.trim() ?? '',
    }))
    .filter(({ name, value }) => name !== '' && value !== '')
    .map(({ name, value }) => ({ name, value: value.slice(0, 240) }));
}

/** The name of a set of attributes, which 1C puts behind each: ` (Канцелярские товары)`. A unit, `(кв. мм)`, is shorter. */
function setOfAll(offers: readonly ToldOffer[]): string {
  const told = offers.flatMap(({ goods }) => goods.characteristics ?? []);
  const [first = '', ...others] = new Set(told.map(({ name }) => name.trim()));
  const set = /\s\((?=[^()]*\s)[^()]{10,}\)$/.exec(first)?.[0] ?? '';
  return others.length > 0 && others.every((name) => name.endsWith(set)) ? set : '';
}

function differingProperties(offers: readonly ToldOffer[], properties: Properties): ReadonlySet<string> {
  const seen = new Map<string, Set<string>>();
  for (const { goods } of offers)
    for (const { id, values } of goods.properties ?? []) {
      const known = seen.get(id) ?? new Set();
      seen.set(id, known.add(values.join('\u0000')));
    }
  const differing = [...seen].filter(([, values]) => values.size > 1).map(([id]) => id);
  // One variant differs from nothing: all of its properties say what it is.
  return new Set(
    offers.length === 1 ? seen.keys() : differing.filter((id) => properties.get(id)?.isDeleted !== true),
  );
}

function propertiesOf(
  { goods }: ToldOffer,
  properties: Properties,
  wanted: ReadonlySet<string>,
): ToldCharacteristic[] {
  return (goods.properties ?? [])
    .filter(({ id, values }) => wanted.has(id) && values.length > 0)
    .map(({ id, name, values }) => ({
      name: properties.get(id)?.name ?? name ?? '',
      value: meaningsOf(properties.get(id), values).join(', ').slice(0, 240),
    }))
    .filter(({ name, value }) => name !== '' && value !== '');
}

function fromName({ goods }: ToldOffer): ToldCharacteristic[] {
  const value = /\(([^()]+)\)\s*$/.exec(goods.name ?? '')?.[1]?.trim();
  return value ? [{ name: 'Характеристика', value: value.slice(0, 240) }] : [];
}

/** Codes that stay the same as long as the name does. */
function codesOf(names: readonly string[]): Map<string, string> {
  const codes = new Map<string, string>();
  for (const name of names) {
    if (codes.has(name)) continue;
    const code = slugOf(name) || 'option';
    const taken = new Set(codes.values());
    let free = code;
    for (let number = 2; taken.has(free); number += 1) free = `${code}-${String(number)}`;
    codes.set(name, free);
  }
  return codes;
}
