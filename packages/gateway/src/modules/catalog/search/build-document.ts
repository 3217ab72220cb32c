import type { Localized, StoredAttribute, StoredOption } from '../../../database/tables.js';
import type { FacetHeading, ProductDocument } from './product-document.js';
import type { WordCutter } from './word-cutter.js';

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
export function buildDocument(product: DocumentSource, wordsOf: WordCutter): ProductDocument {
  const words = createList<string>((word) => word);
  const facets = createList<FacetHeading>(({ code }) => code);
  const values = createList<[number, string]>(([facet, value]) => `${String(facet)} ${value}`);
  const valueOf = ({ code, name, unit, isFacet = false, value }: StoredAttribute): number =>
    values.place([facets.place({ code, name, unit: unit ?? null, isOffered: isFacet }), value]);
  for (const { code, name, unit } of product.options)
    facets.place({ code, name, unit: unit ?? null, isOffered: true });

  const attributes = [...product.attributes, ...brandOf(product)];
  const own = attributes.map(valueOf);
  const said = new Set<number>();
  const hear = (into: Set<number>, text: string): void => {
    for (const word of wordsOf(text)) into.add(words.place(word));
  };
  for (const text of texts(product.name)) hear(said, text);
  if (product.brand !== null) hear(said, product.brand);
  for (const { value } of product.attributes) hear(said, value);
  // Names are cut once: most of the time of a document goes into that.
  const names = product.variants.map(({ name }) => texts(name).map(wordsOf));
  const heads = new Set<number>();
  for (const [head] of [...texts(product.name).map(wordsOf), ...names.flat()])
    if (head !== undefined) heads.add(words.place(head));
  return {
    words: words.items,
    heads: [...heads],
    facets: facets.items,
    values: values.items,
    own: [...new Set(own)],
    variants: product.variants.map((variant, index) => {
      const spoken = new Set(said);
      for (const word of names[index]?.flat() ?? []) spoken.add(words.place(word));
      for (const text of Object.values(variant.options)) hear(spoken, text);
      for (const { value } of variant.attributes) hear(spoken, value);
      const options = product.options.flatMap(({ code, name, unit }) => {
        const value = variant.options[code];
        return value === undefined || value === ''
          ? []
          : [values.place([facets.place({ code, name, unit: unit ?? null, isOffered: true }), value])];
      });
      return [
        variant.id,
        (variant.name.ru ?? texts(variant.name)[0] ?? '').split(' ').length,
        [...spoken],
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
