import type { Locale, Operation } from '@kontor/contract';

import type { Caller } from '../caller.js';

/** Tells what kept answers belong to; another revision makes them worthless. */
export interface AnswerRevision {
  current(): Promise<string>;
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
}

/** An answer as it is kept. */
interface KeptBytes {
  bytes: Uint8Array<ArrayBuffer>;
  headers: Record<string, string> & { etag: string };
}

/** Bytes that are kept. */
const defaultCapacity = 64 * 1024 * 1024;

export function createAnswerCache(revision: AnswerRevision, capacity = defaultCapacity): AnswerCache {
  // In the order of use: the first is the one to drop.
  let kept = new Map<string, KeptBytes>();
  let keptOf = '';
  let size = 0;

  function keep(key: string, entry: KeptBytes): void {
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
        etag: tagOf([current, caller.assortmentId, caller.company?.id ?? '', caller.staff ?? '', key]),
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
  };
}

function pathOf(url: string): string {
  return url.slice(url.indexOf('/', url.indexOf('//') + 2));
}

function isCurrent(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  // Weak comparison (RFC 9110, 13.1.2): a proxy that compresses makes the tag weak.
  return ifNoneMatch.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
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
