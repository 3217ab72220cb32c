import { wordsOf } from './tokens.js';

/** Every form by which the words of a text are found. */
export type WordCutter = (text: string) => readonly string[];

/** A size that is written with spaces, `8 х 40`, is one word only when the text is read as a whole. */
const isSpacedSize = /\d\s*[x×хXХ*]\s+\d|\d\s+[x×хXХ*]/u;

/** Cuts many texts that share their words: each is looked at once. */
export function createWordCutter(): WordCutter {
  const known = new Map<string, readonly string[]>();
  const wordsOfPiece = (piece: string): readonly string[] => {
    const before = known.get(piece);
    if (before) return before;
    const words = wordsOf(piece);
    known.set(piece, words);
    return words;
  };
  return (text) => (isSpacedSize.test(text) ? wordsOf(text) : text.split(' ').flatMap(wordsOfPiece));
}
