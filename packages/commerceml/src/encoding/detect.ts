import { CommerceMLError } from '../error.js';

/** Encodings that files come in. */
export type Encoding = 'ibm866' | 'koi8-r' | 'koi8-u' | 'utf-16be' | 'utf-16le' | 'utf-8' | 'windows-1251';

/** How a file is encoded, and whether its declaration says otherwise. */
export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** What the declaration said instead, where the bytes prove it wrong. */
  readonly wronglyDeclared: string | undefined;
}

const labels = new Map<string, Encoding>([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['windows-1251', 'windows-1251'],
  ['windows1251', 'windows-1251'],
  ['cp1251', 'windows-1251'],
  ['cp-1251', 'windows-1251'],
  ['1251', 'windows-1251'],
  ['koi8-r', 'koi8-r'],
  ['koi8-u', 'koi8-u'],
  ['cp866', 'ibm866'],
  ['ibm866', 'ibm866'],
  ['utf-16', 'utf-8'],
  ['utf-16le', 'utf-8'],
  ['utf-16be', 'utf-8'],
]);

/** The root element's name in UTF-8, which no file in another encoding has. */
const rootInUtf8 = String.fromCharCode(...new TextEncoder().encode('Коммерческая'));

/**
 * By the byte order mark, then by zero bytes, then by the declaration as far as the bytes bear it out, then by what the bytes
 * can be.
 * @param head the beginning of the file, a kilobyte or all of it
 */
export function detectEncoding(head: Uint8Array): DetectedEncoding {
  const [first, second, third] = head;
  const found = (encoding: Encoding, wronglyDeclared?: string): DetectedEncoding => ({
    encoding,
    wronglyDeclared,
  });
  if (first === 0xef && second === 0xbb && third === 0xbf) return found('utf-8');
  if (first === 0xff && second === 0xfe) return found('utf-16le');
  if (first === 0xfe && second === 0xff) return found('utf-16be');
  if (first === 0x3c && second === 0) return found('utf-16le');
  if (first === 0 && second === 0x3c) return found('utf-16be');

  const text = String.fromCharCode(...head.subarray(0, 4096));
  const label = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']{1,40})["']/.exec(text)?.[1];
  const declared = label === undefined ? undefined : labels.get(label.trim().toLowerCase());
  if (label !== undefined && declared === undefined)
    throw new CommerceMLError('unsupported_encoding', `The encoding "${label}" is not known here`, 1);
  if (text.includes(rootInUtf8)) return found('utf-8', declared === 'utf-8' ? undefined : label);
  if (declared !== undefined && declared !== 'utf-8') return found(declared);
  return isUtf8(head) ? found('utf-8') : found('windows-1251', label);
}

function isUtf8(head: Uint8Array): boolean {
  try {
    // The last character may be cut in two.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
