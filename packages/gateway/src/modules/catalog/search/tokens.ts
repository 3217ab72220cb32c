/** A word of a text as search sees it. */
export interface Token {
  /** Small letters; in words with digits, Cyrillic letters that look like Latin ones are Latin: `М8х40` → `m8x40`. */
  word: string;
  /** What the word is made of, when it is made of several things: `m8x40` → `m8`, `40`; `din933` → `din`, `933`. */
  parts: readonly string[];
  /** Other forms that the word is found by: `m8x40` → `8x40`, `8`. */
  forms: readonly string[];
}

const cyrillic = 'авекмнорстухі';
const latin = 'abekmhopctyxi';
const toLatin = new Map(Array.from(cyrillic, (letter, index) => [letter, latin.charAt(index)] as const));
const toCyrillic = new Map(Array.from(latin, (letter, index) => [letter, cyrillic.charAt(index)] as const));

const between = /(?<=\d)\s*[x×х*]\s*(?=\d)/gu;
const words = /[\p{L}\p{N}]+(?:(?<=\p{N})\.(?=\p{N})[\p{L}\p{N}]+)*/gu;
const dimensions = /^(\p{L}{0,3})(\d+(?:\.\d+)?(?:x\d+(?:\.\d+)?)+)\p{L}*$/u;
const runs = /\d+(?:\.\d+)?|\p{L}+/gu;

/** Cuts a text into tokens. */
export function tokensOf(text: string): Token[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(?<=\d),(?=\d)/g, '.')
    .replace(between, 'x');
  return (plain.match(words) ?? []).map(tokenOf);
}

/** Every form by which the words of a text are found, without doubles. */
export function wordsOf(text: string): string[] {
  return [...new Set(tokensOf(text).flatMap(({ word, parts, forms }) => [word, ...parts, ...forms]))];
}

function tokenOf(raw: string): Token {
  if (!/\p{N}/u.test(raw)) return { word: inOneScript(raw), parts: [], forms: [] };
  const word = folded(raw, toLatin);
  const [, prefix = '', sizes] = dimensions.exec(word) ?? [];
  if (sizes !== undefined) {
    const [first = '', ...others] = sizes.split('x');
    return {
      word,
      parts: [prefix + first, ...others],
      forms: prefix === '' ? [] : [sizes, first],
    };
  }
  const parts = (raw.match(runs) ?? []).map((run) => (/\d/.test(run) ? run : inOneScript(run)));
  if (parts.length < 2) return { word, parts: [], forms: [] };
  // A single letter says nothing of its own: the 8 of `m8` is worth finding, the m is not.
  const [said, unsaid] = [parts.filter((part) => part.length > 1 || /\d/.test(part)), parts.length];
  return said.length === unsaid ? { word, parts, forms: [] } : { word, parts: [], forms: said };
}

/** A word in both scripts becomes a word in one, where the letters of the other only look alike. */
function inOneScript(word: string): string {
  if (!/[a-z]/.test(word) || !/\p{Script=Cyrillic}/u.test(word)) return word;
  const asCyrillic = folded(word, toCyrillic);
  return /[a-z]/.test(asCyrillic) ? folded(word, toLatin) : asCyrillic;
}

function folded(word: string, letters: ReadonlyMap<string, string>): string {
  let text = '';
  for (const letter of word) text += letters.get(letter) ?? letter;
  return text;
}
