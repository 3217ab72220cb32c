import type { MiddlewareHandler } from 'hono';

/** What an answer to a person depends on. */
const personal = 'authorization, cookie, accept-language, origin';

/** Whatever does not say that it may be kept is nobody's but the caller's: no cache keeps it. */
export function privateAnswers(): MiddlewareHandler {
  return async function privateAnswers(context, next) {
    await next();
    const { headers } = context.res;
    if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
    if (!headers.get('cache-control')?.startsWith('public')) headers.set('vary', personal);
    // CORS headers differ by origin, also those of public answers.
    else if (!headers.has('vary')) headers.set('vary', 'origin');
  };
}
