import { inOtherAlphabet, slipsAllowed, slipsBetween } from './spelling.js';
import type { Token } from './tokens.js';
import type { View } from './view.js';

/** Words of the catalogue that a token may mean, each with how well it fits, from 0 to 1. */
export type Meaning = ReadonlyMap<number, number>;

/** A token with what it may mean. */
export interface Interpreted {
  text: string;
  /** Several when the token was taken apart; empty when it means nothing here. */
  meanings: Meaning[];
  /** What was searched instead. */
  corrected: string | null;
}

const fits = { exact: 1, stem: 0.92, prefix: 0.7, respelled: 0.75, slip: 0.6, prefixSlip: 0.45 };

/** Finds out what a token of a query means. */
export interface Interpreter {
  /** @param isLast the token may still be being typed */
  interpret(token: Token, isLast: boolean): Interpreted;
  /** Words that differ by a slip, for a token that is a word itself but may not be the one that was meant. */
  lookAlikes(text: string): Meaning;
}

/** @param stems stems of words that the catalogue does not have, by word */
export function createInterpreter(
  { index: { vocabulary }, frequency }: View,
  stems: ReadonlyMap<string, string>,
): Interpreter {
  const isKnown = (word: number): boolean => (frequency[word] ?? 0) > 0;

  function direct(text: string, isLast: boolean): Map<number, number> {
    const found = new Map<number, number>();
    const add = (word: number, fit: number): void => {
      if (isKnown(word) && (found.get(word) ?? 0) < fit) found.set(word, fit);
    };
    const exact = vocabulary.numberOf(text);
    if (exact !== undefined) add(exact, fits.exact);
    const isWord = /^\p{L}{3,}$/u.test(text);
    if (isWord) {
      const stem = exact === undefined ? stems.get(text) : vocabulary.stemOf(exact);
      for (const word of stem === undefined ? [] : vocabulary.withStem(stem)) add(word, fits.stem);
    }
    if (isLast || (isWord && found.size === 0))
      for (const word of vocabulary.withPrefix(text))
        add(word, fits.prefix + (0.2 * text.length) / (vocabulary.words[word]?.length ?? 1));
    return found;
  }

  function slips(text: string, fit: number, most: number, asPrefix: boolean): Map<number, number> {
    const found = new Map<number, number>();
    if (most === 0 || /\d/.test(text)) return found;
    let least = most;
    for (const number of vocabulary.spelled) {
      if (!isKnown(number)) continue;
      const count = slipsBetween(text, vocabulary.words[number] ?? '', least, asPrefix);
      if (count > least || count === 0) continue;
      if (count < least) found.clear();
      least = count;
      found.set(number, fit - count * 0.1);
    }
    return found;
  }

  function taken(token: Token, isLast: boolean): Meaning[] {
    const parts = token.parts.map((part, place) => direct(part, isLast && place === token.parts.length - 1));
    return parts.every(({ size }) => size > 0) ? parts : [];
  }

  return {
    interpret(token, isLast) {
      const text = token.word;
      const said = direct(text, isLast);
      if (said.size > 0) return { text, meanings: [said], corrected: null };
      const apart = taken(token, isLast);
      if (apart.length > 0) return { text, meanings: apart, corrected: null };
      const respelled = inOtherAlphabet(text);
      const most = slipsAllowed(text.length);
      for (const find of [
        () => scaled(direct(respelled, isLast), fits.respelled),
        () => slips(text, fits.slip, most, false),
        () => (isLast ? slips(text, fits.prefixSlip, Math.min(most, 1), true) : new Map<number, number>()),
        () => slips(respelled, fits.prefixSlip, most, false),
      ]) {
        const found = find();
        if (found.size > 0) return { text, meanings: [found], corrected: commonest(found) };
      }
      return { text, meanings: [], corrected: null };
    },
    lookAlikes: (text) => slips(text, fits.slip, Math.min(1, slipsAllowed(text.length)), false),
  };

  function commonest(found: Meaning): string | null {
    let best: number | undefined;
    for (const word of found.keys())
      if (
        best === undefined ||
        (found.get(word) ?? 0) > (found.get(best) ?? 0) ||
        ((found.get(word) ?? 0) === (found.get(best) ?? 0) && (frequency[word] ?? 0) > (frequency[best] ?? 0))
      )
        best = word;
    return best === undefined ? null : (vocabulary.words[best] ?? null);
  }
}

function scaled(found: ReadonlyMap<number, number>, factor: number): Map<number, number> {
  return new Map([...found].map(([word, fit]) => [word, fit * factor]));
}
