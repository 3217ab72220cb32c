const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  deg: '°',
  plusmn: '±',
  times: '×',
  sup2: '²',
  sup3: '³',
  micro: 'µ',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
};

/**
 * The text of a description: HTML loses its tags and keeps its lines, also where it was escaped once more or stands in what a site
 * keeps of it. Plain text stays as it is.
 */
export function plainDescription(description: string): string {
  const told = unserialized(description);
  const html = isEscapedHtml(told) ? unescaped(told) : told;
  return unescaped(isHtml(html) ? textOfHtml(html) : html)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same in one line, for a list of attributes. */
export function plainValue(value: string): string {
  // Nearly all are plain, and there are millions of them.
  return /[<&\n\r\t]|\s\s|^a:\d/.test(value) ? plainDescription(value).replace(/\n+/g, ' ') : value;
}

const isHtml = (text: string): boolean => /<\/?[a-z][^<>]*>/i.test(text);
const isEscapedHtml = (text: string): boolean => /&lt;\/?[a-z][^<>]{0,400}?&gt;/i.test(text);

/**
 * Bitrix gives 1C its texts as PHP keeps them, `a:2:{s:4:"TEXT";s:6:"…";s:4:"TYPE";s:4:"HTML";}`, and 1C gives them back. What else
 * PHP keeps so is no text.
 */
function unserialized(text: string): string {
  const found =
    /^\s*a:2:\{(?:s:4:"TYPE";s:\d+:"\w*";)?s:4:"TEXT";s:\d+:"([\s\S]*?)";(?:s:4:"TYPE";s:\d+:"\w*";)?\}\s*$/.exec(
      text,
    );
  return found?.[1] ?? (/^\s*a:\d+:\{[is]:\d[\s\S]*\}\s*$/.test(text) ? '' : text);
}

/** What begins again and again and never ends is looked through once. */
function textOfHtml(html: string): string {
  return html
    .replace(/<(script|style|template)\b(?:(?!<\1\b)[\s\S])*?<\/\1\s*>/gi, ' ')
    .replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, ' ')
    .replace(/[\r\n]+/g, ' ')
    .replace(/<li\b[^<>]*>/gi, '\n• ')
    .replace(/<br\b[^<>]*>|<\/(?:p|div|tr|ul|ol|table|h[1-6])\s*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ');
}

/** Entities that are none stay as they are. */
function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) =>
      name === undefined ? characterOf(decimal, hex) : (entities[name.toLowerCase()] ?? whole),
  );
}

function characterOf(decimal: string | undefined, hex: string | undefined): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
}
