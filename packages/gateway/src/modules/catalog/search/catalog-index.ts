import type { FacetHeading, ProductDocument } from './product-document.js';
import { createVocabulary, type Vocabulary } from './vocabulary.js';

/** A product's document with its id, in catalogue order. */
export interface IndexedProduct {
  id: string;
  sortKey: string;
  document: ProductDocument;
}

/** Lists of numbers, one after the other: list i is `items[starts[i]] … items[starts[i + 1]]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/**
 * The searchable catalogue in memory. Products, variants, words and facet values are numbers here; a variant of 46,000
 * costs about 100 bytes. It never changes: another revision of the catalogue is another index.
 */
export interface CatalogIndex {
  /** Ids of products. */
  readonly products: readonly string[];
  /** What products of equal relevance are ordered by, before their ids. */
  readonly sortKeys: readonly string[];
  /** Ids of variants. */
  readonly variants: Int32Array;
  /** Product of each variant. */
  readonly productOf: Int32Array;
  /** First variant of each product, and one past the last. */
  readonly firstVariant: Int32Array;
  /** Words in each variant's name. */
  readonly nameLength: Uint8Array;
  readonly vocabulary: Vocabulary;
  /** Variants that have each word, ascending. */
  readonly postings: readonly Int32Array[];
  /** Words that the names of each product begin with. */
  readonly heads: Lists;
  readonly facets: readonly FacetHeading[];
  /** Facet and text of each value. */
  readonly values: readonly { facet: number; text: string }[];
  readonly valuesOfProduct: Lists;
  readonly valuesOfVariant: Lists;
}

/**
 * Unpacks documents.
 * @param breathe is awaited from time to time, so that requests are answered meanwhile
 */
export async function createCatalogIndex(
  indexed: readonly IndexedProduct[],
  stems: ReadonlyMap<string, string>,
  breathe: () => Promise<void>,
): Promise<CatalogIndex> {
  const count = indexed.reduce((sum, { document }) => sum + document.variants.length, 0);
  const variants = new Int32Array(count);
  const productOf = new Int32Array(count);
  const nameLength = new Uint8Array(count);
  const firstVariant = new Int32Array(indexed.length + 1);
  const wordNumbers = new Map<string, number>();
  const postings: number[][] = [];
  const facets: FacetHeading[] = [];
  const facetNumbers = new Map<string, number>();
  const values: { facet: number; text: string }[] = [];
  const valueNumbers = new Map<string, number>();
  const heads: number[][] = [];
  const valuesOfProduct: number[][] = [];
  const valuesOfVariant: number[][] = [];

  const numberOfWord = (word: string): number => {
    const known = wordNumbers.get(word);
    if (known !== undefined) return known;
    wordNumbers.set(word, postings.length);
    return postings.push([]) - 1;
  };
  const numberOfFacet = (heading: FacetHeading): number => {
    const known = facetNumbers.get(heading.code);
    if (known === undefined) {
      facetNumbers.set(heading.code, facets.length);
      return facets.push({ ...heading }) - 1;
    }
    const facet = facets[known];
    if (facet && heading.isOffered) facet.isOffered = true;
    return known;
  };
  const numberOfValue = (facet: number, text: string): number => {
    const key = `${String(facet)} ${text}`;
    const known = valueNumbers.get(key);
    if (known !== undefined) return known;
    valueNumbers.set(key, values.length);
    return values.push({ facet, text }) - 1;
  };

  let next = 0;
  for (const [product, { document }] of indexed.entries()) {
    if (product % 50 === 49) await breathe();
    const words = document.words.map(numberOfWord);
    const ownFacets = document.facets.map(numberOfFacet);
    const ownValues = document.values.map(([facet, text]) => numberOfValue(ownFacets[facet] ?? 0, text));
    heads.push(document.heads.map((place) => words[place] ?? 0));
    valuesOfProduct.push(document.own.map((place) => ownValues[place] ?? 0));
    firstVariant[product] = next;
    for (const [id, length, wordPlaces, valuePlaces] of document.variants) {
      variants[next] = id;
      productOf[next] = product;
      nameLength[next] = Math.min(length, 255);
      for (const place of wordPlaces) postings[words[place] ?? 0]?.push(next);
      valuesOfVariant.push(valuePlaces.map((place) => ownValues[place] ?? 0));
      next += 1;
    }
  }
  firstVariant[indexed.length] = next;
  await breathe();
  return {
    products: indexed.map(({ id }) => id),
    sortKeys: indexed.map(({ sortKey }) => sortKey),
    variants,
    productOf,
    firstVariant,
    nameLength,
    vocabulary: createVocabulary([...wordNumbers.keys()], stems),
    postings: postings.map((list) => Int32Array.from(list)),
    heads: listsOf(heads),
    facets,
    values,
    valuesOfProduct: listsOf(valuesOfProduct),
    valuesOfVariant: listsOf(valuesOfVariant),
  };
}

function listsOf(all: readonly number[][]): Lists {
  const starts = new Int32Array(all.length + 1);
  const items = new Int32Array(all.reduce((sum, { length }) => sum + length, 0));
  let next = 0;
  for (const [index, list] of all.entries()) {
    starts[index] = next;
    items.set(list, next);
    next += list.length;
  }
  starts[all.length] = next;
  return { starts, items };
}

/** Whether one list has any of the numbers. */
export function hasAnyOf(
  { starts, items }: Lists,
  list: number,
  numbers: { has(item: number): boolean },
): boolean {
  const end = starts[list + 1] ?? 0;
  for (let index = starts[list] ?? 0; index < end; index += 1)
    if (numbers.has(items[index] ?? -1)) return true;
  return false;
}

/** Calls back with every number of one list. */
export function forEachOf({ starts, items }: Lists, list: number, callback: (item: number) => void): void {
  const end = starts[list + 1] ?? 0;
  for (let index = starts[list] ?? 0; index < end; index += 1) callback(items[index] ?? 0);
}
