import type { MiddlewareHandler } from 'hono';

import { newId } from '../identifiers.js';
import type { RequestHead } from '../ports.js';

/** What every request carries through the server. */
export interface RequestVariables {
  requestId: string;
}

/** Names requests. */
export interface RequestIds {
  /** A new id, or the well-formed one that a proxy gave. */
  of(head: RequestHead): string;
}

export function createRequestIds(): RequestIds {
  // Random once and counted from there: randomness for each request would cost more than the rest of a kept answer.
  const prefix = newId('req');
  let count = 0;
  return {
    of({ headers }) {
      const given = headers.get('x-request-id');
      return given && /^[\w.-]{8,80}$/.test(given) ? given : `${prefix}-${(count += 1).toString(36)}`;
    },
  };
}

/** Gives every request its id and answers with it. */
export function nameRequests(ids: RequestIds): MiddlewareHandler<{ Variables: RequestVariables }> {
  return async function nameRequests(context, next) {
    const id = ids.of(context.req.raw);
    context.set('requestId', id);
    await next();
    context.res.headers.set('x-request-id', id);
  };
}
