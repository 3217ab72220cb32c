/** The five of XML, and what HTML knows: it comes with descriptions that were pasted. No file can declare more. */
const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00A0',
    laquo: '«',
    raquo: '»',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    mdash: '—',
    ndash: '–',
    hellip: '…',
    bull: '•',
    middot: '·',
    deg: '°',
    times: '×',
    copy: '©',
    reg: '®',
    trade: '™',
    euro: '€',
    sup2: '²',
    sup3: '³',
  }),
);

/**
 * Replaces references to characters.
 * @param onUnknown called for an `&` that starts no reference that is known; it stays in the text
 */
export function decodeEntities(text: string, onUnknown: () => void): string {
  return text.replace(
    /&(?:#(\d{1,8});|#x([\da-fA-F]{1,8});|([A-Za-z]\w{0,30});)?/g,
    (whole, decimal, hex, name) => {
      const found =
        name !== undefined
          ? entities.get(String(name))
          : characterOf(decimal !== undefined ? Number(decimal) : parseInt(String(hex), 16));
      if (found === undefined) onUnknown();
      return found ?? whole;
    },
  );
}

/** Characters that XML allows. */
function characterOf(code: number): string | undefined {
  const isAllowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return isAllowed ? String.fromCodePoint(code) : undefined;
}
