import type { MiddlewareHandler } from 'hono';

import type { Settings } from '../ports.js';

/** Lets browsers of the listed origins in, exactly; others get no CORS headers at all. */
export function cors({ origins }: Pick<Settings, 'origins'>): MiddlewareHandler {
  const allowed = new Set(origins);
  return async function cors(context, next) {
    const origin = context.req.header('origin');
    if (origin === undefined || !allowed.has(origin)) {
      await next();
      return;
    }
    if (context.req.method === 'OPTIONS' && context.req.header('access-control-request-method')) {
      return new Response(null, {
        status: 204,
        headers: {
          ...shared(origin),
          'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
          'access-control-allow-headers':
            'authorization, content-type, idempotency-key, if-match, if-none-match, accept-language, last-event-id, x-request-id',
          'access-control-max-age': '7200',
        },
      });
    }
    await next();
    for (const [name, value] of Object.entries(shared(origin))) context.res.headers.append(name, value);
    context.res.headers.set(
      'access-control-expose-headers',
      'etag, x-request-id, retry-after, content-disposition',
    );
    return;
  };
}

function shared(origin: string): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    vary: 'origin',
  };
}
