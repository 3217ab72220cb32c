import { decodePercents } from './query.js';

const extensions = new Set(['xml', 'zip', 'jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp', 'pdf']);
const longest = 400;

/**
 * A file's name as 1C gives it, as a relative path: `C:\v8\import.xml` is `v8/import.xml`. One that was percent-encoded twice is read.
 * @returns `undefined` where the name is empty, leads out of its folder, or has control characters
 */
export function normaliseFileName(name: string): string | undefined {
  const decoded = decodePercents(name);
  if (decoded.length > longest || hasControls(decoded)) return undefined;
  const parts = decoded
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..')) return undefined;
  return parts.join('/');
}

/** Whether files of this kind are exchanged: data, archives, pictures. */
export function isExchanged(name: string): boolean {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return extensions.has(extension);
}

// eslint-disable-next-line no-control-regex -- that is what is looked for
const hasControls = (text: string): boolean => /[\0-\x1F\x7F]/.test(text);

/** The file that is meant by a name: that name, else the one that ends with it or only has its last part. */
export function findFileName(names: readonly string[], wanted: string): string | undefined {
  if (names.includes(wanted)) return wanted;
  const lower = wanted.toLowerCase();
  const last = lower.slice(lower.lastIndexOf('/') + 1);
  const by = (suffix: string): string[] =>
    names.filter((name) => name.toLowerCase() === suffix || name.toLowerCase().endsWith(`/${suffix}`));
  return by(lower)[0] ?? (by(last).length === 1 ? by(last)[0] : undefined);
}
