import type { MiddlewareHandler } from 'hono';

import type { Caller } from '../caller.js';
import type { Log, Metrics } from '../ports.js';
import type { RequestVariables } from './request-id.js';

/** What is known of a request at its end. */
export interface LoggedVariables extends RequestVariables {
  /** Template of the path; undefined for unknown paths. */
  route?: string;
  callerKind?: Caller['kind'];
}

/** Milliseconds from which a request counts as slow. */
const usualLimit = 1000;

/**
 * Writes one line per request and counts it. Nothing that a person typed gets in: no query, no id, no name, no body; the
 * path is its template.
 */
export function logRequests(
  log: Log,
  metrics: Metrics,
  slowAfter = usualLimit,
): MiddlewareHandler<{ Variables: LoggedVariables }> {
  return async function logRequests(context, next) {
    const begun = performance.now();
    metrics.inFlight(1);
    try {
      await next();
    } finally {
      metrics.inFlight(-1);
      const milliseconds = performance.now() - begun;
      const { requestId, route = 'unknown', callerKind = 'unknown' } = context.var;
      const { status } = context.res;
      metrics.observe(context.req.method, route, status, milliseconds / 1000);
      const line = {
        requestId,
        method: context.req.method,
        route,
        status,
        ms: Math.round(milliseconds),
        caller: callerKind,
      };
      if (milliseconds > slowAfter) log.warn(line, 'slow request');
      else log.info(line, 'request');
    }
  };
}
