/** Longest text that Excel accepts in one cell, in UTF-16 units. */
const maxCellLength = 32_767;

/* eslint-disable no-control-regex -- these characters are the subject */
const illegalInXml = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
/* eslint-enable no-control-regex */
const looksEscaped = /_(?=x[0-9A-Fa-f]{4}_)/g;
const loneSurrogate = /[\ud800-\udfff]/gu;
const markup = /[&<>"]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const plain = /^[\w \-.,:;()/+*%А-Яа-яЁёІіЇїЄєҐґÄÖÜäöüß№«»×]*$/;

const escapeCharacter = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * Writes a text for an XML part of a workbook. Characters that XML 1.0 forbids become `_xHHHH_` (ECMA-376, ST_Xstring),
 * a text that already looks so is escaped, half surrogates become U+FFFD, and what exceeds a cell is cut.
 */
export function escapeXlsxText(text: string): string {
  // Nearly every cell of a price list takes this road; it saves seven passes over each.
  if (text.length <= maxCellLength && plain.test(text) && !text.includes('_x')) return text;
  return text
    .slice(0, maxCellLength)
    .replace(loneSurrogate, '\ufffd')
    .replace(looksEscaped, '_x005F_')
    .replace(illegalInXml, escapeCharacter)
    .replace(markup, (character) => entities[character] ?? character);
}
