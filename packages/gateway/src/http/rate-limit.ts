import type { MiddlewareHandler } from 'hono';

import type { Clock, Settings } from '../ports.js';
import { ProblemError } from '../problem-error.js';
import { addressGroup } from './address-group.js';

/**
 * Refuses callers that send more requests a minute than the settings allow. It counts in this process: behind a balancer
 * each gateway allows as many. Guesses of passwords are counted in the database, for all gateways together.
 */
export function limitRate(
  clock: Clock,
  { requestsPerMinute, clientAddress }: Pick<Settings, 'requestsPerMinute' | 'clientAddress'>,
): MiddlewareHandler {
  const counts = new Map<string, number>();
  let minute = 0;
  return async function limitRate(context, next) {
    const now = clock.now().getTime();
    const current = Math.floor(now / 60_000);
    if (current !== minute) {
      minute = current;
      counts.clear();
    }
    const address = addressGroup(clientAddress(context.req.raw));
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    if (count > requestsPerMinute)
      throw new ProblemError('too_many_requests', {
        params: { retryAfter: Math.ceil(((current + 1) * 60_000 - now) / 1000) },
      });
    await next();
  };
}
