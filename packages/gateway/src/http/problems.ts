import type { Context, ErrorHandler } from 'hono';

import type { Log } from '../ports.js';
import { ProblemError } from '../problem-error.js';
import type { RequestVariables } from './request-id.js';

type Server = { Variables: RequestVariables };

/** Answers every error as an RFC 9457 problem; what is not meant for callers is logged and answered as `internal`. */
export function answerProblems(log: Log): ErrorHandler<Server> {
  return (error, context) => {
    if (error instanceof ProblemError) return problemResponse(context, error);
    log.error({ requestId: context.var.requestId, error }, 'request failed');
    return problemResponse(context, new ProblemError('internal'));
  };
}

/** Answers unknown paths. */
export function notFound(context: Context<Server>): Response {
  return problemResponse(context, new ProblemError('not_found'));
}

function problemResponse(context: Context<Server>, error: ProblemError): Response {
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'private, no-store',
  });
  const retryAfter = error.details.params?.['retryAfter'];
  if (typeof retryAfter === 'number') headers.set('retry-after', String(retryAfter));
  const allow = error.details.params?.['allow'];
  if (error.code === 'method_not_allowed' && Array.isArray(allow)) headers.set('allow', allow.join(', '));
  return new Response(JSON.stringify(error.toProblem(context.var.requestId)), {
    status: error.status,
    headers,
  });
}
