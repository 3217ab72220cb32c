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

/** What is written of a request. Nothing that a person typed: no query, no id, no name, no body; the path is its template. */
export interface RequestLine {
  requestId: string;
  method: string;
  route: string;
  status: number;
  caller: Caller['kind'] | 'unknown';
}

/** Writes one line for a request that has been answered, and counts it. */
export type RecordRequest = (line: RequestLine, milliseconds: number) => void;

export function createRecord(log: Log, metrics: Metrics, slowAfter = usualLimit): RecordRequest {
  return ({ requestId, method, route, status, caller }, milliseconds) => {
    metrics.observe(method, route, status, milliseconds / 1000);
    const timed = { requestId, method, route, status, ms: Math.round(milliseconds), caller };
    if (milliseconds > slowAfter) log.warn(timed, 'slow request');
    else log.info(timed, 'request');
  };
}

/** Records every request at its end. */
export function logRequests(
  record: RecordRequest,
  metrics: Pick<Metrics, 'inFlight'>,
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
      record(
        { requestId, method: context.req.method, route, status: context.res.status, caller: callerKind },
        milliseconds,
      );
    }
  };
}
