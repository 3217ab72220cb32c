import type { MiddlewareHandler } from 'hono';

import { newId } from '../identifiers.js';

/** What every request carries through the server. */
export interface RequestVariables {
  requestId: string;
}

/** Gives every request an id, or takes a well-formed one from a proxy, and answers with it. */
export function requestIds(): MiddlewareHandler<{ Variables: RequestVariables }> {
  // Random once and counted from there: randomness for each request would cost more than the rest of a kept answer.
  const prefix = newId('req');
  let count = 0;
  return async function requestId(context, next) {
    const given = context.req.header('x-request-id');
    const id = given && /^[\w.-]{8,80}$/.test(given) ? given : `${prefix}-${(count += 1).toString(36)}`;
    context.set('requestId', id);
    await next();
    context.res.headers.set('x-request-id', id);
  };
}
