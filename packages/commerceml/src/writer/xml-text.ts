const forbidden =
  // eslint-disable-next-line no-control-regex -- what XML forbids cannot be written at all
  /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const special = /[&<>"\r]/g;
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** A text for between tags and for values of attributes. */
export function escapeText(text: string): string {
  return text.replace(forbidden, '').replace(special, (letter) => references[letter] ?? letter);
}

/** What is written of an element: absent, empty, or a text. */
export type Written = string | boolean | null | undefined;

/** An element with a text. `undefined` writes nothing, `''` and `null` an empty element. */
export function tag(name: string, value: Written): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? escapeText(value) : value === null ? '' : String(value);
  return text === '' ? `<${name}/>` : `<${name}>${text}</${name}>`;
}

/** An element around others; `attributes` that are `undefined` are left out. */
export function element(
  name: string,
  content: string,
  attributes: Readonly<Record<string, Written>> = {},
): string {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null)
      start += ` ${key}="${escapeText(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`;
  }
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** A list with its rows; `undefined` writes nothing. */
export function list<Item>(
  name: string,
  items: readonly Item[] | undefined,
  write: (item: Item) => string,
): string {
  return items === undefined ? '' : element(name, items.map(write).join(''));
}
