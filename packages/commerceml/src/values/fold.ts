const latin = 'ABCEHKMOPTXYaceopxy';
const cyrillic = 'АВСЕНКМОРТХУасеорху';
const twins = new Map(Array.from(latin, (letter, index) => [letter, cyrillic.charAt(index)]));

/** Makes Latin letters Cyrillic that look the same, in words that have Cyrillic letters too: `Cтатусы` is typed so in 1C. */
export function foldHomoglyphs(text: string): string {
  if (!/[A-Za-z]/.test(text) || !/[А-Яа-яЁё]/.test(text)) return text;
  return text.replace(/[A-Za-z]/g, (letter) => twins.get(letter) ?? letter);
}

/** In names that people type, small letters pass for each other as well. */
const lookalikes = new Map(
  Array.from('abcehkmoptxy', (letter, index) => [letter, 'авсенкмортху'.charAt(index)] as const),
);

/**
 * A key for comparing names that people type: blanks trimmed and collapsed, without case, ё as е, letters that look alike as
 * one. Not for display.
 */
export function foldName(name: string): string {
  return name
    .trim()
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[a-z]/g, (letter) => lookalikes.get(letter) ?? letter);
}
