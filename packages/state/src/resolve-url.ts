const absolute = /^((https?:)?\/\/|blob:)/i;

/**
 * `/v1/pictures/a.svg` under `https://b2b.example.com/gateway` keeps the path of both; what is absolute stays as it is. No other scheme is an
 * address: `javascript:` becomes a path that leads nowhere.
 */
export function resolveUrl(address: string, url: string): string {
  if (absolute.test(url)) return url;
  return `${address.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}`;
}
