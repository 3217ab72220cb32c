import type { OpenapiObject } from './openapi.js';
import type { Operation } from './operation.js';
import { problems, type ErrorCode } from './problem.js';

/** Problem answers of an operation, by status. */
export function problemAnswers(operation: Operation): Record<string, OpenapiObject> {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of codesOf(operation)) {
    const { status } = problems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries([...byStatus].map(([status, codes]) => [String(status), answer(status, codes)]));
}

function answer(status: number, codes: readonly ErrorCode[]): OpenapiObject {
  const retryAfter = status === 429 || status === 503;
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].title}.`).join(' '),
    ...(retryAfter ? { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } } : {}),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}

/** Codes of an operation: those that follow from what it is, and its own. */
function codesOf({
  access,
  method,
  params,
  query,
  body,
  problems: own = [],
  ...rest
}: Operation): Set<ErrorCode> {
  const codes = new Set<ErrorCode>(['invalid_token']);
  const add = (condition: boolean, ...more: ErrorCode[]): void => {
    if (condition) for (const code of more) codes.add(code);
  };
  const isUnsafe = method !== 'GET';
  const takesKey = isUnsafe && rest.idempotency !== 'none';
  const isOfCompany = access === 'member' || access === 'buyer';
  add(Boolean(params ?? query ?? body), 'invalid_request');
  add(body !== undefined, 'malformed_body', 'unsupported_media_type', 'body_too_large');
  add(access !== 'anyone', 'unauthenticated', 'forbidden');
  add(isUnsafe, 'origin_not_allowed');
  add(isOfCompany, 'no_company');
  add(access === 'buyer', 'no_agreement', 'agreement_not_valid');
  add(rest.idempotency === 'required', 'idempotency_key_required');
  add(takesKey, 'idempotency_key_reused', 'idempotency_key_in_progress');
  add(isUnsafe && rest.version !== undefined, 'version_conflict');
  add(rest.version === 'required', 'version_required');
  add(true, ...own, 'too_many_requests', 'internal', 'unavailable');
  return codes;
}
