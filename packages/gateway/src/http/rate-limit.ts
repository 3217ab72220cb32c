import type { MiddlewareHandler } from 'hono';

import type { Clock, RequestHead, Settings } from '../ports.js';
import { ProblemError } from '../problem-error.js';
import { addressGroup } from './address-group.js';

/**
 * How many requests an address sends a minute. It counts in this process: behind a balancer each gateway allows as many.
 * Guesses of passwords are counted in the database, for all gateways together.
 */
export interface RateLimit {
  /** Takes one of the requests of this minute; answers 0, or the seconds to wait where none is left. */
  take(head: RequestHead): number;
}

export function createRateLimit(
  clock: Clock,
  { requestsPerMinute, clientAddress }: Pick<Settings, 'requestsPerMinute' | 'clientAddress'>,
): RateLimit {
  const counts = new Map<string, number>();
  let minute = 0;
  return {
    take(head) {
      const now = clock.now().getTime();
      const current = Math.floor(now / 60_000);
      if (current !== minute) {
        minute = current;
        counts.clear();
      }
      const address = addressGroup(clientAddress(head));
      const count = counts.get(address) ?? 0;
      if (count >= requestsPerMinute) return Math.ceil(((current + 1) * 60_000 - now) / 1000);
      counts.set(address, count + 1);
      return 0;
    },
  };
}

/** Refuses callers that send more requests a minute than the settings allow. */
export function limitRate(limit: RateLimit): MiddlewareHandler {
  return async function limitRate(context, next) {
    const retryAfter = limit.take(context.req.raw);
    if (retryAfter > 0) throw new ProblemError('too_many_requests', { params: { retryAfter } });
    await next();
  };
}
