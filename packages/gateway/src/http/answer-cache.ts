import type { Locale, Operation } from '@kontor/contract';

import type { Caller } from '../caller.js';
import { version } from '../version.js';
import { isCurrent } from './entity-tag.js';

/** Tells what kept answers belong to; another revision makes them worthless. */
export interface AnswerRevision {
  current(): Promise<string>;
  /** The revision if it is known without waiting. */
  known(): string | undefined;
}

/** What an answer depends on. */
export interface AnswerRequest {
  operation: Operation;
  request: Request;
  caller: Caller;
  locale: Locale;
}

/** Answers of the catalogue with ETags; those that everybody gets are kept as bytes. */
export interface AnswerCache {
  /** Answers from what is kept, else by `make`. A current `If-None-Match` is answered 304 without it. */
  serve(request: AnswerRequest, make: () => Promise<Response>): Promise<Response>;
  /** What everybody gets for a path with its query, if it is kept and still right. */
  kept(path: string, locale: Locale): KeptAnswer | undefined;
}

/** An answer as it is kept. */
export interface KeptAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>> & { readonly etag: string };
}

/** What answers are made with besides the catalogue. */
export interface AnswerCacheOptions {
  /** Bytes that are kept. @default 64 MiB */
  capacity?: number;
  /** Version of the gateway: another one may shape its answers otherwise. @default this one's */
  gatewayVersion?: string;
}

export function createAnswerCache(
  revision: AnswerRevision,
  { capacity = 64 * 1024 * 1024, gatewayVersion = version }: AnswerCacheOptions = {},
): AnswerCache {
  // In the order of use: the first is the one to drop.
  let kept = new Map<string, KeptAnswer>();
  let keptOf = '';
  let size = 0;

  function keep(key: string, entry: KeptAnswer): void {
    // An answer that is large by itself must not push everything else out.
    if (entry.bytes.byteLength > capacity / 8) return;
    size += entry.bytes.byteLength - (kept.get(key)?.bytes.byteLength ?? 0);
    kept.delete(key);
    kept.set(key, entry);
    for (const [oldest, { bytes }] of kept) {
      if (size <= capacity) break;
      kept.delete(oldest);
      size -= bytes.byteLength;
    }
  }

  return {
    async serve({ operation, request, caller, locale }, make) {
      const current = await revision.current();
      if (current !== keptOf) {
        kept = new Map();
        keptOf = current;
        size = 0;
      }
      const into = kept;
      const isShared = operation.caching === 'public' && !caller.person;
      const key = `${locale} ${pathOf(request.url)}`;
      const known = isShared ? into.get(key) : undefined;
      const headers = known?.headers ?? {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': isShared ? 'public, max-age=60, stale-while-revalidate=600' : 'private, no-cache',
        etag: tagOf([
          current,
          gatewayVersion,
          caller.assortmentId,
          caller.company?.id ?? '',
          caller.staff ?? '',
          key,
        ]),
        // Also for visitors: what a browser got before signing in must not answer afterwards.
        vary: 'authorization, cookie, accept-language, origin',
      };
      if (isCurrent(request.headers.get('if-none-match'), headers.etag))
        return new Response(null, { status: 304, headers });
      if (known) {
        keep(key, known);
        return new Response(known.bytes, { headers });
      }
      const made = await make();
      if (made.status !== 200) return made;
      const bytes = new Uint8Array(await made.arrayBuffer());
      if (isShared && into === kept) keep(key, { bytes, headers });
      return new Response(bytes, { headers });
    },
    kept(path, locale) {
      if (revision.known() !== keptOf) return undefined;
      const key = `${locale} ${path}`;
      const known = kept.get(key);
      if (!known) return undefined;
      kept.delete(key);
      kept.set(key, known);
      return known;
    },
  };
}

function pathOf(url: string): string {
  return url.slice(url.indexOf('/', url.indexOf('//') + 2));
}

/** A strong ETag. Its parts only have to differ for one address, so 64 bits beside the revision are plenty. */
function tagOf([revision = '', ...parts]: readonly string[]): string {
  let high = 0x811c9dc5;
  let low = 0xcbf29ce4;
  const text = parts.join('\n');
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995);
  }
  const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
  return `"${revision.slice(0, 18)}-${hex(high)}${hex(low)}"`;
}
