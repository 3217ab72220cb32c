import type { StoredAttribute } from '../../../database/stored-values.js';
import { slugOf } from '../../catalog/service.js';
import type { ChosenOptions, ToldCharacteristic } from './choose-options.js';
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

/**
 * What properties say, a property that is told in several rows once, then what characteristics say of the product or of all of its
 * variants alike.
 */
export function saidOf(
  goods: ToldGoods,
  properties: Properties,
  { common, options }: Pick<ChosenOptions, 'common' | 'options'>,
): Said[] {
  const { properties: told = [] } = goods;
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
  const labels = new Set([
    ...[...said.values()].map(({ label }) => label),
    ...options.map(({ name }) => name.ru),
  ]);
  for (const { name, value } of [...common, ...characteristicsOfProduct(goods)]) {
    const code = slugOf(name) || name;
    const text = plainValue(value);
    if (text === '' || labels.has(name) || said.has(code)) continue;
    said.set(code, { code, label: name, values: new Set([text]), isFacet: false });
  }
  return [...said.values()];
}

/** Without those that are variants: such have an id, or one text for their name and their value. */
function characteristicsOfProduct({
  characteristics = [],
  isMadeOfVariant,
}: ToldGoods): ToldCharacteristic[] {
  if (isMadeOfVariant === true) return [];
  return characteristics.flatMap(({ id, name, value }) =>
    id || !value || name === '' || name === value ? [] : [{ name, value }],
  );
}

/** Where suppliers say the brand when 1C has no field for it, the best first. */
const brandNames = ['бренд', 'торговая марка', 'brand', 'производитель', 'виробник'];

/** What says the brand, where it says one. */
export function brandAmong(said: readonly Said[]): Said | undefined {
  const single = new Map<string, Said>();
  for (const each of said) if (each.values.size === 1) single.set(each.label.toLowerCase(), each);
  const name = brandNames.find((wanted) => single.has(wanted));
  return name === undefined ? undefined : single.get(name);
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
