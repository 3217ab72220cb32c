import type { MiddlewareHandler } from 'hono';

import type { Settings } from '../ports.js';

/** A year. */
const hstsAge = 31_536_000;

/**
 * Headers that every answer carries: nothing is sniffed, framed or run, no address is given away. An answer that says
 * something else itself keeps it.
 */
export function securityHeaders({ publicUrl }: Pick<Settings, 'publicUrl'>): MiddlewareHandler {
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    // Keeps pages of others from embedding answers as images or scripts; calls with CORS are not concerned.
    'cross-origin-resource-policy': 'same-origin',
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': `max-age=${hstsAge}` } : {}),
  };
  return async function securityHeaders(context, next) {
    await next();
    const { headers: own } = context.res;
    for (const [name, value] of Object.entries(headers)) if (!own.has(name)) own.set(name, value);
    // Pictures stand in the supplier's pages, which have another origin.
    if (own.get('content-type')?.startsWith('image/'))
      own.set('cross-origin-resource-policy', 'cross-origin');
  };
}
