import { foldName } from '@kontor/commerceml';

import type { StoredAttribute } from '../../../database/stored-values.js';
import { slugOf } from '../../catalog/service.js';
import type { ToldCharacteristic } from './choose-options.js';
import { fieldsOfSites } from './fields-of-sites.js';
import { plainValue } from './plain-description.js';
import { meaningsOf, type Properties, type ToldGoods } from './told.js';

/** Something that is said of a product, each of its values once. */
export interface Said {
  readonly code: string;
  readonly label: string;
  readonly values: ReadonlySet<string>;
  readonly isFacet: boolean;
}

/** What properties say, a property that is told in several rows once, and what all variants have alike. */
export function saidOf(
  { properties: told = [] }: ToldGoods,
  properties: Properties,
  common: readonly ToldCharacteristic[],
): Said[] {
  const said = new Map<string, Said>();
  for (const { id, name, values } of told) {
    const property = properties.get(id);
    const label = property?.name || name || '';
    if (label === '' || property?.isDeleted === true || fieldsOfSites.has(id)) continue;
    const texts = meaningsOf(property, values)
      .map(plainValue)
      .filter((text) => text !== '');
    if (texts.length === 0) continue;
    const all = new Set([...(said.get(id)?.values ?? []), ...texts]);
    said.set(id, { code: id, label, values: all, isFacet: property?.isFacet === true });
  }
  const labels = new Set([...said.values()].map(({ label }) => label));
  const shared = common
    .filter(({ name }) => !labels.has(name))
    .map(({ name, value }) => ({
      code: slugOf(name) || name,
      label: name,
      values: new Set([value]),
      isFacet: false,
    }));
  return [...said.values(), ...shared];
}

/** Where suppliers say the brand when 1C has no field for it, the best first. */
const brandNames = ['бренд', 'торговая марка', 'brand', 'производитель', 'виробник'].map(foldName);

/** What says the brand, where it says one. */
export function brandAmong(said: readonly Said[]): Said | undefined {
  const single = said.filter(({ values }) => values.size === 1);
  return brandNames
    .map((wanted) => single.find(({ label }) => foldName(label) === wanted))
    .find((found) => found !== undefined);
}

/** Texts of 1C have no bounds, those of the shop do. */
const valueLength = 240;

export function attributesOf(said: readonly Said[], country: string | undefined): StoredAttribute[] {
  const attributes = said.map(({ code, label, values, isFacet }) => ({
    code,
    name: { ru: label },
    value: [...values].join(', ').slice(0, valueLength),
    ...(isFacet ? { isFacet } : {}),
  }));
  return country
    ? [...attributes, { code: 'country', name: { ru: 'Страна' }, value: country, isFacet: true }]
    : attributes;
}
