const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A random identifier of 120 bits behind a prefix that tells its kind in logs, for example `ord_4k7…`. */
export function newId(prefix: string): string {
  return `${prefix}_${randomText(24)}`;
}

/** A secret of 200 bits, for tokens and API keys. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomText(40)}`;
}

function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  let text = '';
  for (const byte of bytes) text += alphabet.charAt(byte % 32);
  return text;
}

/** Bytes as hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 of a text; secrets are stored only as this. */
export async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
