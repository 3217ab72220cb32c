import { hasAnyOf } from './catalog-index.js';
import { sortKeyLength } from '../sort-key.js';
import { createInterpreter, type Interpreted, type Meaning } from './interpret.js';
import { inOtherLayout } from './spelling.js';
import { tokensOf } from './tokens.js';
import type { View } from './view.js';

/** A product that a query found. */
export interface Hit {
  productId: string;
  /** What hits of equal score are ordered by, before their ids. */
  sortKey: string;
  /** The more the better; a whole number, so that a cursor can carry it. */
  score: number;
  /** The best variants, best first. */
  variants: { id: number; score: number }[];
}

/** What a query found. */
export interface Matched {
  hits: Hit[];
  /** The query that was searched instead, when it had a typo. */
  corrected: string | null;
}

/** The order of hits. */
export function compareHits(
  left: Pick<Hit, 'score' | 'sortKey' | 'productId'>,
  right: Pick<Hit, 'score' | 'sortKey' | 'productId'>,
): number {
  if (left.score !== right.score) return right.score - left.score;
  if (left.sortKey !== right.sortKey) return left.sortKey < right.sortKey ? -1 : 1;
  return left.productId < right.productId ? -1 : left.productId > right.productId ? 1 : 0;
}

/** Variants that are told of each product. */
const variantsTold = 5;
/** Words of a query that are looked at. */
const wordsTaken = 12;

/** Words of a query that the catalogue does not have: their stems are wanted. */
export function unknownWords({ index: { vocabulary } }: View, query: string): string[] {
  return tokensOf(query)
    .slice(0, wordsTaken)
    .flatMap(({ word, parts }) => [word, ...parts])
    .filter((word) => /^\p{L}{3,}$/u.test(word) && vocabulary.numberOf(word) === undefined);
}

/** Finds products whose variants have every word of the query; words may be half typed, inflected or mistyped. */
export function match(view: View, query: string, stems: ReadonlyMap<string, string>): Matched {
  const interpreter = createInterpreter(view, stems);
  const understood = inBestLayout(read(query), () => read(inOtherLayout(query)));
  const words = understood.filter(({ meanings }) => meanings.length > 0);
  // What is unknown is passed over, but not when most of the query is.
  if (words.length === 0 || words.length * 2 < understood.length) return { hits: [], corrected: null };
  const meanings = words.map((word) => word.meanings);
  const heads = understood[0]?.meanings[0] ?? new Map<number, number>();
  for (const attempt of [
    () => meanings,
    () =>
      words.map(({ text, meanings }) => [
        ...meanings.slice(1),
        union(meanings[0] ?? new Map<number, number>(), interpreter.lookAlikes(text)),
      ]),
  ]) {
    const hits = rank(view, attempt().flat(), heads);
    if (hits.length > 0) return { hits, corrected: correctionOf(query, understood) };
  }
  const fewer =
    meanings.length < 3 ? [] : meanings.map((_, left) => meanings.filter((_, place) => place !== left));
  const hits = merged(fewer.map((some) => rank(view, some.flat(), heads)));
  return { hits, corrected: hits.length === 0 ? null : correctionOf(query, understood) };

  function read(text: string): Interpreted[] {
    const tokens = tokensOf(text).slice(0, wordsTaken);
    return tokens.map((token, place) => interpreter.interpret(token, place === tokens.length - 1));
  }
}

/** The query, or what the same keys mean in the other layout when that makes more sense. */
function inBestLayout(typed: Interpreted[], swap: () => Interpreted[]): Interpreted[] {
  if (sense(typed) >= 0.5) return typed;
  const swapped = swap();
  if (sense(swapped) <= sense(typed)) return typed;
  return swapped.map((word) => ({ ...word, corrected: word.corrected ?? word.text }));
}

/** The share of words that are understood as they stand. */
function sense(words: readonly Interpreted[]): number {
  const understood = words.filter(
    ({ meanings, corrected, text }) => meanings.length > 0 && corrected === null && text.length > 1,
  );
  return words.length === 0 ? 0 : understood.length / words.length;
}

function correctionOf(query: string, words: readonly Interpreted[]): string | null {
  if (words.every(({ corrected }) => corrected === null)) return null;
  const text = words.map(({ corrected, text }) => corrected ?? text).join(' ');
  return text === query.trim().toLowerCase() ? null : text;
}

/** Products with a variant that has a word of every meaning. */
function rank({ index, products }: View, meanings: readonly Meaning[], head: Meaning): Hit[] {
  const { productOf, nameLength, variants } = index;
  const fits = new Float64Array(variants.length);
  const found = new Map<number, Pick<Hit, 'score' | 'variants'>>();
  for (const variant of variantsWithAll(index.postings, meanings, fits)) {
    const product = productOf[variant] ?? 0;
    if (products[product] !== 1) continue;
    const fit = (fits[variant] ?? 0) / meanings.length;
    const told = Math.min(1, meanings.length / Math.max(1, nameLength[variant] ?? 1));
    const score = Math.round((fit + 0.15 * told + (hasAnyOf(index.heads, product, head) ? 0.1 : 0)) * 1e5);
    const hit = found.get(product) ?? { score: 0, variants: [] };
    found.set(product, hit);
    if (score > hit.score) hit.score = score;
    place(hit.variants, variants[variant] ?? 0, score);
  }
  return [...found]
    .map(([product, hit]): Hit => ({
      productId: index.products[product] ?? '',
      sortKey: (index.sortKeys[product] ?? '').slice(0, sortKeyLength),
      ...hit,
    }))
    .sort(compareHits);
}

/**
 * Variants that have a word of every meaning, ascending.
 * @param fits gets how well each of them fits, summed over the meanings
 */
function variantsWithAll(
  postings: readonly Int32Array[],
  meanings: readonly Meaning[],
  fits: Float64Array,
): Int32Array {
  const size = (meaning: Meaning): number => {
    let sum = 0;
    for (const word of meaning.keys()) sum += postings[word]?.length ?? 0;
    return sum;
  };
  const rarestFirst = meanings.map((meaning) => ({ meaning, size: size(meaning) }));
  rarestFirst.sort((left, right) => left.size - right.size);
  // How many meanings a variant has passed; it falls out with the first that it does not.
  const passed = new Uint8Array(fits.length);
  let left = new Int32Array();
  for (const [stage, { meaning, size }] of rarestFirst.entries()) {
    const passing = new Int32Array(stage === 0 ? size : left.length);
    let count = 0;
    // The best words first: the first fit of a variant is its best.
    for (const [word, fit] of [...meaning].sort(([, one], [, other]) => other - one)) {
      for (const variant of postings[word] ?? []) {
        if (passed[variant] !== stage) continue;
        passed[variant] = stage + 1;
        fits[variant] = (fits[variant] ?? 0) + fit;
        passing[count] = variant;
        count += 1;
      }
    }
    left = passing.subarray(0, count);
    if (count === 0) break;
  }
  return left.sort();
}

/** Keeps the best few, those of equal score in their order. */
function place(variants: { id: number; score: number }[], id: number, score: number): void {
  if (variants.length === variantsTold && (variants.at(-1)?.score ?? 0) >= score) return;
  const index = variants.findIndex((each) => each.score < score);
  variants.splice(index < 0 ? variants.length : index, 0, { id, score });
  if (variants.length > variantsTold) variants.pop();
}

function union(left: Meaning, right: Meaning): Meaning {
  const all = new Map(left);
  for (const [word, fit] of right) if ((all.get(word) ?? 0) < fit) all.set(word, fit);
  return all;
}

/** Several lists of hits as one; what fewer words found counts less than any full find. */
function merged(lists: readonly Hit[][]): Hit[] {
  const all = new Map<string, Hit>();
  for (const hit of lists.flat()) {
    const known = all.get(hit.productId);
    if (!known || known.score < hit.score) all.set(hit.productId, hit);
  }
  return [...all.values()].sort(compareHits);
}
