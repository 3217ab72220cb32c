import { sha256 } from '../../../identifiers.js';

/** Whether a request carries the credentials (Basic); old configurations send them in windows-1251. */
export async function isAuthentic(
  header: string | null,
  login: { readonly user: string; readonly password: string },
): Promise<boolean> {
  const encoded = /^basic\s+([A-Za-z\d+/]+={0,2})$/i.exec(header?.trim() ?? '')?.[1];
  if (encoded === undefined) return false;
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  const wanted = await sha256(`${login.user}:${login.password}`);
  for (const encoding of ['utf-8', 'windows-1251']) {
    if (isSame(await sha256(new TextDecoder(encoding).decode(bytes)), wanted)) return true;
  }
  return false;
}

/** Takes as long whichever byte differs. */
function isSame(left: Uint8Array, right: Uint8Array): boolean {
  let difference = left.length ^ right.length;
  for (const [index, byte] of left.entries()) difference |= byte ^ (right[index] ?? 0);
  return difference === 0;
}
