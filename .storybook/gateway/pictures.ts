import { gatewayFetch } from './gateway-fetch.js';

const addresses = new Map<string, Promise<string>>();
const pattern = /"(\/v1\/pictures\/[^"]+)"/g;

/** A page cannot load pictures from a worker: their addresses become those of the page's own objects. */
export async function withPictures(response: Response): Promise<Response> {
  if (!response.ok || !response.headers.get('content-type')?.includes('json')) return response;
  const text = await response.text();
  const paths = [...new Set([...text.matchAll(pattern)].map(([, path = '']) => path))];
  const urls = new Map(await Promise.all(paths.map(async (path) => [path, await addressOf(path)] as const)));
  const body = text.replace(pattern, (_, path: string) => JSON.stringify(urls.get(path)));
  return new Response(body, { status: response.status, headers: response.headers });
}

function addressOf(path: string): Promise<string> {
  const known = addresses.get(path);
  if (known) return known;
  const address = gatewayFetch(new Request(`https://gateway.invalid${path}`))
    .then((answer) => answer.blob())
    .then((blob) => URL.createObjectURL(blob));
  addresses.set(path, address);
  return address;
}
