import type { Localized, StoredAttribute, StoredOption } from '../../../database/tables.js';
import type { FacetHeading, ProductDocument } from './product-document.js';
import { tokensOf, wordsOf } from './tokens.js';

/** What a document is made of. */
export interface DocumentSource {
  name: Localized;
  brand: string | null;
  attributes: readonly StoredAttribute[];
  options: readonly StoredOption[];
  variants: readonly {
    id: number;
    name: Localized;
    options: Record<string, string>;
    attributes: readonly StoredAttribute[];
  }[];
}

/** Packs a product and its active variants for search. */
export function buildDocument(product: DocumentSource): ProductDocument {
  const words = createList<string>((word) => word);
  const facets = createList<FacetHeading>(({ code }) => code);
  const values = createList<[number, string]>(([facet, value]) => `${String(facet)} ${value}`);
  const valueOf = ({ code, name, unit, isFacet = false, value }: StoredAttribute): number =>
    values.place([facets.place({ code, name, unit: unit ?? null, isOffered: isFacet }), value]);
  for (const { code, name, unit } of product.options)
    facets.place({ code, name, unit: unit ?? null, isOffered: true });

  const attributes = [...product.attributes, ...brandOf(product)];
  const own = attributes.map(valueOf);
  const said = [
    ...texts(product.name),
    product.brand ?? '',
    ...product.attributes.map(({ value }) => value),
  ].flatMap(wordsOf);
  const names = [product.name, ...product.variants.map(({ name }) => name)];
  const heads = names.flatMap(texts).flatMap((text) => tokensOf(text).slice(0, 1));
  return {
    words: words.items,
    heads: [...new Set(heads.map(({ word }) => words.place(word)))],
    facets: facets.items,
    values: values.items,
    own: [...new Set(own)],
    variants: product.variants.map((variant) => {
      const spoken = [
        ...texts(variant.name),
        ...Object.values(variant.options),
        ...variant.attributes.map(({ value }) => value),
      ].flatMap(wordsOf);
      const options = product.options.flatMap(({ code, name, unit }) => {
        const value = variant.options[code];
        return value === undefined || value === ''
          ? []
          : [values.place([facets.place({ code, name, unit: unit ?? null, isOffered: true }), value])];
      });
      return [
        variant.id,
        tokensOf(texts(variant.name)[0] ?? '').length,
        [...new Set([...said, ...spoken].map(words.place))],
        [...new Set([...options, ...variant.attributes.map(valueOf)])],
      ];
    }),
  };
}

/** The brand is a facet even where it is no attribute. */
function brandOf({ brand, attributes }: DocumentSource): StoredAttribute[] {
  if (brand === null || attributes.some(({ code }) => code === 'brand')) return [];
  const name = { ru: 'Бренд', uk: 'Бренд', en: 'Brand', de: 'Marke' };
  return [{ code: 'brand', name, value: brand, isFacet: true }];
}

function texts(name: Localized): string[] {
  return Object.values(name);
}

/** A list without doubles that tells where an item stands. */
function createList<Item>(keyOf: (item: Item) => string): { items: Item[]; place: (item: Item) => number } {
  const items: Item[] = [];
  const places = new Map<string, number>();
  return {
    items,
    place(item) {
      const key = keyOf(item);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, items.length);
      return items.push(item) - 1;
    },
  };
}
