import type { MiddlewareHandler } from 'hono';

import { readCredentials } from '../modules/access/credentials.js';
import type { RequestHead, Settings } from '../ports.js';
import type { AnswerCache, KeptAnswer } from './answer-cache.js';
import { isCurrent } from './entity-tag.js';
import { localeOf } from './locale.js';
import type { LoggedVariables, RecordRequest } from './logging.js';
import type { RateLimit } from './rate-limit.js';
import type { RequestIds } from './request-id.js';

/** A page as it goes over the wire. */
export interface KeptPage {
  status: 200 | 304;
  /** Names and values by turns. */
  headers: readonly string[];
  /** Goes into the header `x-request-id`. */
  requestId: string;
  body: Uint8Array | null;
}

/**
 * The short way to answers that everybody gets: their bytes are in the answer cache, and here is with which headers they
 * left. A visitor's GET of the same page, in the same language, from the same origin, gets both again; every other request,
 * and every refusal, goes the long way.
 */
export interface KeptPages {
  /** Remembers the headers of what goes the long way; the outermost middleware, so that it sees all of them. */
  readonly remember: MiddlewareHandler<{ Variables: LoggedVariables }>;
  /** Answers, counts and logs a request like the long way; undefined when that has to be gone. */
  recall(this: void, path: string, head: RequestHead): KeptPage | undefined;
}

/** What both ways have in common. */
export interface KeptPagesDeps {
  answers: AnswerCache;
  rateLimit: RateLimit;
  requestIds: RequestIds;
  record: RecordRequest;
  settings: Settings;
}

interface Wrapping {
  headers: readonly string[];
  route: string;
}

export function createKeptPages({
  answers,
  rateLimit,
  requestIds,
  record,
  settings,
}: KeptPagesDeps): KeptPages {
  // With an answer that the cache drops goes what is known of it.
  const wrappings = new WeakMap<KeptAnswer, Map<string, Wrapping>>();
  const origins = new Set(settings.origins);
  /** CORS headers tell listed origins apart, and nothing else of an origin gets into an answer. */
  const originOf = ({ headers }: RequestHead): string => {
    const origin = headers.get('origin');
    return origin !== null && origins.has(origin) ? origin : '';
  };

  return {
    async remember(context, next) {
      await next();
      const { req, res } = context;
      const { route, callerKind } = context.var;
      if (req.method !== 'GET' || res.status !== 200 || callerKind !== 'visitor' || route === undefined)
        return;
      const answer = answers.kept(pathOf(req.raw.url), localeOf(req.raw, settings.locales));
      if (!answer || res.headers.has('set-cookie')) return;
      // A strong tag: it says that these are the bytes which left.
      if (answer.headers.etag !== res.headers.get('etag')) return;
      const byOrigin = wrappings.get(answer) ?? new Map<string, Wrapping>();
      wrappings.set(answer, byOrigin);
      const headers = [...res.headers].filter(([name]) => name !== 'x-request-id').flat();
      byOrigin.set(originOf(req.raw), { headers, route });
    },
    recall(path, head) {
      if (head.method !== 'GET' || readCredentials(head, settings)) return undefined;
      const answer = answers.kept(path, localeOf(head, settings.locales));
      const wrapping = answer && wrappings.get(answer)?.get(originOf(head));
      if (!wrapping || rateLimit.take(head) > 0) return undefined;
      const begun = performance.now();
      const requestId = requestIds.of(head);
      const status = isCurrent(head.headers.get('if-none-match'), answer.headers.etag) ? 304 : 200;
      record(
        { requestId, method: 'GET', route: wrapping.route, status, caller: 'visitor' },
        performance.now() - begun,
      );
      return {
        status,
        headers: wrapping.headers,
        requestId,
        body: status === 200 ? answer.bytes : null,
      };
    },
  };
}

/** Path and query of an address. */
function pathOf(url: string): string {
  return url.slice(url.indexOf('/', url.indexOf('//') + 2));
}
