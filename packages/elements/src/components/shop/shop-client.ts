import { createClientCore } from '@kontor/sdk';
import { createShopCore, type KeyValueStorage, type ShopCore } from '@kontor/state';

/** How a page signs its buyers in. */
export type SessionMode = 'cookie' | 'token';

/** What a `<kontor-shop>` makes its shop of. */
export interface ShopSource {
  baseUrl: string;
  session: SessionMode | undefined;
  getToken: (() => string | undefined | Promise<string | undefined>) | undefined;
  getLocale: () => string | undefined;
}

/**
 * Makes a shop of a page. A gateway on the page's own site keeps its session in an HttpOnly cookie; one elsewhere gives a
 * token, which the tab keeps until it is closed.
 */
export function openShop({ baseUrl, session, getToken, getLocale }: ShopSource): ShopCore {
  const url = new URL(baseUrl, document.baseURI);
  const address = url.href.replace(/\/+$/, '');
  const mode = session ?? (url.origin === location.origin ? 'cookie' : 'token');
  const storage = storageOf(() => sessionStorage);
  const tokenKey = `kontor:token:${address}`;
  const token = (): string | undefined => storage?.getItem(tokenKey) ?? undefined;

  const client = createClientCore({
    baseUrl: address,
    getLocale,
    useCookies: mode === 'cookie' && getToken === undefined,
    ...(getToken ? { getToken } : mode === 'token' ? { getToken: token } : {}),
  });
  return createShopCore(client, {
    name: `kontor:${address}`,
    address,
    storage,
    openChannel: 'BroadcastChannel' in globalThis ? (name) => new BroadcastChannel(name) : undefined,
    locks: 'locks' in navigator ? navigator.locks : undefined,
    keepToken:
      mode === 'token' && !getToken
        ? (kept) => {
            if (kept === undefined) storage?.removeItem(tokenKey);
            else storage?.setItem(tokenKey, kept);
          }
        : undefined,
  });
}

/** Reading the property alone throws where storage is forbidden. */
function storageOf(read: () => Storage): KeyValueStorage | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
