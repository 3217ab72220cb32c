const absolute = /^([a-z][a-z\d+.-]*:|\/\/)/i;

/** `/v1/pictures/a.svg` under `https://b2b.example.com/gateway` keeps the path of both; what is absolute stays as it is. */
export function resolveUrl(address: string, url: string): string {
  if (absolute.test(url)) return url;
  return `${address.replace(/\/+$/, '')}/${url.replace(/^\/+/, '')}`;
}
