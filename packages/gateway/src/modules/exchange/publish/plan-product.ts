import type { StoredAttribute, StoredOption } from '../../../database/stored-values.js';
import { oneLine } from '../../../one-line.js';
import { chooseOptions, type OfferOptions } from './choose-options.js';
import { plainDescription } from './plain-description.js';
import { attributesOf, brandAmong, saidOf } from './plan-attributes.js';
import { withoutPrices } from './speaks-of-prices.js';
import type { Properties, ToldGoods, ToldOffer, ToldProduct } from './told.js';

/** A product as the shop shows it; ids are those of 1C. */
export interface PlannedProduct {
  readonly name: string;
  readonly description: string;
  readonly brand: string | null;
  readonly groupIds: readonly string[];
  readonly attributes: readonly StoredAttribute[];
  readonly options: readonly StoredOption[];
  readonly isActive: boolean;
  readonly variants: readonly PlannedVariant[];
}

export interface PlannedVariant {
  readonly id: string;
  /** The SKU that it should have, unless another variant has it. */
  readonly sku: string;
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
  readonly barcodes: readonly string[];
  readonly unitCode: string;
  readonly unitName: string;
  readonly packs: readonly { readonly name: string; readonly quantity: string }[];
  /** Per cent; null: not subject to VAT. */
  readonly vatRate: string | null;
  readonly weightGrams: string | null;
  readonly isActive: boolean;
}

/**
 * Makes a product of what 1C told. Its variants are its offers with a characteristic; without any it is its own and only
 * variant. Nothing is ever deleted: what is marked or missing is discontinued.
 */
export function planProduct({ id, isAbsent, ...told }: ToldProduct, properties: Properties): PlannedProduct {
  const goods = withoutPrices(told.goods, properties);
  const offers = told.offers.map((offer) => ({ ...offer, goods: withoutPrices(offer.goods, properties) }));
  const ofCharacteristics = offers.filter((offer) => offer.id !== id);
  const base = offers.find((offer) => offer.id === id);
  const isActive = !isAbsent && goods.isDeleted !== true;
  const sold: readonly ToldOffer[] =
    ofCharacteristics.length > 0 ? ofCharacteristics : [base ?? { id, isAbsent: false, goods: {} }];
  const chosen = chooseOptions(ofCharacteristics, properties);
  const name = nameOf(goods, id);
  const whole = { id, goods, name, isActive, base: base?.goods ?? {}, repeatedArticles: repeatedIn(sold) };
  const variants = sold.map((offer) => planVariant(offer, whole, chosen.ofOffer.get(offer.id) ?? {}));
  const maker = goods.brand || goods.manufacturer?.name;
  const said = saidOf(goods, properties, chosen);
  const brand = maker ? undefined : brandAmong(said);
  return {
    name,
    description: plainDescription(goods.descriptionHtml || goods.description || ''),
    brand: maker || ([...(brand?.values ?? [])][0] ?? null),
    groupIds: goods.groupIds ?? [],
    attributes: attributesOf(
      said.filter((each) => each !== brand),
      goods.country,
    ),
    options: chosen.options,
    isActive,
    variants: inOrder(variants),
  };
}

interface Whole {
  readonly id: string;
  readonly goods: ToldGoods;
  /** Of the offer without a characteristic. */
  readonly base: ToldGoods;
  readonly name: string;
  readonly isActive: boolean;
  /** Vendor codes that several of its offers have. */
  readonly repeatedArticles: ReadonlySet<string>;
}

function repeatedIn(offers: readonly ToldOffer[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { goods } of offers) {
    const article = goods.article?.trim() ?? '';
    if (seen.has(article)) repeated.add(article);
    seen.add(article);
  }
  return repeated;
}

function planVariant(
  { id, isAbsent, goods }: ToldOffer,
  whole: Whole,
  options: OfferOptions,
): PlannedVariant {
  const unit = goods.unit ?? whole.base.unit ?? whole.goods.unit;
  const taxes = goods.taxes ?? whole.goods.taxes;
  const weight = goods.weight ?? whole.goods.weight;
  const isOnly = id === whole.id;
  return {
    id,
    sku: skuOf(id, goods, whole, options),
    name: isOnly ? whole.name : nameOfVariant(goods, whole.name, options),
    options,
    barcodes: goods.barcodes ?? (isOnly ? (whole.goods.barcodes ?? []) : []),
    unitCode: unit?.code ?? '796',
    unitName: unit?.name ?? 'шт',
    packs: packsOf(goods.unit ?? whole.goods.unit),
    vatRate: taxes?.find(({ isExcise }) => isExcise !== true)?.rate ?? null,
    weightGrams: weight == null || !(Number(weight) > 0) ? null : thousandfold(weight),
    isActive: whole.isActive && !isAbsent && goods.isDeleted !== true,
  };
}

/** Texts of 1C have no bounds, those of the shop do. */
const nameLength = 500;
const skuLength = 120;

/** Names come with line breaks and tabs, from spreadsheets. */
function nameOf(goods: ToldGoods, id: string): string {
  return oneLine(goods.name || goods.fullName || goods.article || id).slice(0, nameLength);
}

/** The offer's own name where it says more than the product's; else the product's with what makes the variant differ. */
function nameOfVariant(goods: ToldGoods, ofProduct: string, options: OfferOptions): string {
  const own = oneLine(goods.name ?? '');
  if (own !== '' && own !== ofProduct) return own.slice(0, nameLength);
  const values = Object.values(options).join(', ');
  return (values === '' ? ofProduct : `${ofProduct}, ${values}`).slice(0, nameLength);
}

/** The vendor code; with what makes the variant differ where several of a product have one code. */
function skuOf(
  id: string,
  goods: ToldGoods,
  { id: productId, goods: product, repeatedArticles }: Whole,
  options: OfferOptions,
): string {
  const own = goods.article?.trim();
  const shared = product.article?.trim() || product.code?.trim() || '';
  if (id === productId) return (shared || own || goods.code?.trim() || id).slice(0, skuLength);
  const isOwn = own && own !== shared;
  if (isOwn && !repeatedArticles.has(own)) return own.slice(0, skuLength);
  if (goods.code?.trim() && goods.code.trim() !== product.code?.trim())
    return goods.code.trim().slice(0, skuLength);
  const values = Object.values(options)
    .join('-')
    .replace(/[\s,;/]+/g, '-');
  const told = values === '' ? id.slice(id.indexOf('#') + 1, id.indexOf('#') + 9) : values;
  return `${isOwn ? own : shared || productId}-${told}`.slice(0, skuLength);
}

function packsOf(unit: ToldGoods['unit']): { name: string; quantity: string }[] {
  return (unit?.conversions ?? [])
    .filter(({ ratio }) => ratio != null && Number(ratio) > 1 && Number(ratio) < 1_000_000)
    .map(({ unit: name, ratio }) => ({ name: name ?? '', quantity: ratio ?? '1' }))
    .filter(({ name }) => name !== '');
}

/** Kilograms as grams, without a float. */
function thousandfold(kilograms: string): string | null {
  const [whole = '0', part = ''] = kilograms.split('.');
  const digits = `${whole}${part.padEnd(6, '0').slice(0, 6)}`;
  const grams = `${digits.slice(0, -3)}.${digits.slice(-3)}`.replace(/^0+(?=\d)/, '');
  return /^\d{1,12}\.\d{3}$/.test(grams) ? grams : null;
}

const collator = new Intl.Collator('ru', { numeric: true });

/** By name, numbers by size; by id where names are the same. */
function inOrder(variants: readonly PlannedVariant[]): PlannedVariant[] {
  return [...variants].sort(
    (left, right) => collator.compare(left.name, right.name) || (left.id < right.id ? -1 : 1),
  );
}
