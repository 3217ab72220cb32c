/**
 * The parameters of a query string as 1C writes it: percent-encoded UTF-8, or windows-1251, which URLs don't know; the first of a
 * name counts, names without case.
 */
export function readQuery(query: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const pair of query.replace(/^\?+/, '').split('&')) {
    const at = pair.indexOf('=');
    const name = decodePercents((at < 0 ? pair : pair.slice(0, at)).replaceAll('+', ' '))
      .trim()
      .toLowerCase();
    const value = at < 0 ? '' : decodePercents(pair.slice(at + 1).replaceAll('+', ' '));
    if (name !== '' && !parameters.has(name)) parameters.set(name, value);
  }
  return parameters;
}

/** Percent-encoded bytes as text; other characters stay. */
export function decodePercents(text: string): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/gi, (encoded) => {
    const bytes = Uint8Array.from(encoded.slice(1).split('%'), (hex) => parseInt(hex, 16));
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('windows-1251').decode(bytes);
    }
  });
}
