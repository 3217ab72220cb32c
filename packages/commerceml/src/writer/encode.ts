/** Characters of windows-1251 beyond ASCII. */
const bytes1251 = new Map(
  Array.from({ length: 128 }, (_each, index) => index + 128).map(
    (code) => [new TextDecoder('windows-1251').decode(Uint8Array.of(code)), code] as const,
  ),
);

/** What comes near to characters that windows-1251 lacks. */
const similar: Readonly<Record<string, string>> = {
  '₽': 'руб.',
  '₴': 'грн',
  '₸': 'тг',
  '−': '-',
  '‑': '-',
  '×': 'x',
  '÷': ':',
  '²': '2',
  '³': '3',
  '½': '1/2',
  '⌀': 'Ø',
  Ø: 'D',
  ø: 'd',
  '≤': '<=',
  '≥': '>=',
  '≈': '~',
  '″': '"',
  '′': "'",
  Ә: 'А',
  ә: 'а',
  Ғ: 'Г',
  ғ: 'г',
  Қ: 'К',
  қ: 'к',
  Ң: 'Н',
  ң: 'н',
  Ө: 'О',
  ө: 'о',
  Ұ: 'У',
  ұ: 'у',
  Ү: 'У',
  ү: 'у',
  Һ: 'Х',
  һ: 'х',
};

/**
 * What to write for characters that windows-1251 lacks: `reference`, a reference of XML, which 1C reads as the character itself;
 * or `similar`, something that looks alike, for receivers that are no XML readers.
 */
export type LackingCharacters = 'reference' | 'similar';

/** XML text in windows-1251. */
export function encode1251(xml: string, lacking: LackingCharacters): Uint8Array {
  const bytes: number[] = [];
  for (const letter of xml) {
    const code = letter.codePointAt(0) ?? 0;
    const known = code < 128 ? code : bytes1251.get(letter);
    if (known !== undefined) bytes.push(known);
    else for (const each of replacement(letter, code, lacking)) bytes.push(each);
  }
  return Uint8Array.from(bytes);
}

function replacement(letter: string, code: number, lacking: LackingCharacters): Uint8Array {
  if (lacking === 'reference') return new TextEncoder().encode(`&#${String(code)};`);
  const near = similar[letter] ?? letter.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const escaped = near.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const codes = Array.from(escaped, (each) => {
    const ascii = each.charCodeAt(0);
    if (ascii < 128) return ascii;
    return bytes1251.get(each) ?? bytes1251.get(similar[each] ?? '') ?? 63;
  });
  return Uint8Array.from(codes.length === 0 ? [63] : codes);
}
