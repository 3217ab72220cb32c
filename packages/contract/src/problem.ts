import * as z from 'zod/mini';

import { named } from './named.js';

/** Every error code, with its HTTP status and English title. Closed: a new code is a new version of the contract. */
export const problems = {
  invalid_request: { status: 422, title: 'The request has a field that is wrong' },
  malformed_body: { status: 400, title: 'The body is not JSON' },
  unsupported_media_type: { status: 415, title: 'The body must be JSON' },
  body_too_large: { status: 413, title: 'The body is too large' },
  not_found: { status: 404, title: 'There is no such thing' },
  method_not_allowed: { status: 405, title: 'This path has no such method' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  invalid_credentials: { status: 401, title: 'The e-mail or the password is wrong' },
  invalid_token: { status: 401, title: 'The token is wrong or has expired' },
  forbidden: { status: 403, title: 'You may not do this' },
  origin_not_allowed: { status: 403, title: 'This origin may not use the session cookie' },
  no_company: { status: 409, title: 'Select a company first' },
  no_agreement: { status: 409, title: 'Select an agreement first' },
  agreement_not_valid: { status: 409, title: 'The agreement is not valid now' },
  prices_hidden: { status: 403, title: 'Prices are hidden from you' },
  stock_hidden: { status: 403, title: 'Stock is hidden from you' },
  version_conflict: { status: 412, title: 'It was changed meanwhile' },
  version_required: { status: 428, title: 'The If-Match header is required' },
  idempotency_key_required: { status: 400, title: 'The Idempotency-Key header is required' },
  idempotency_key_reused: { status: 422, title: 'The idempotency key belongs to another request' },
  idempotency_key_in_progress: { status: 409, title: 'The request with this key is still running' },
  cart_empty: { status: 409, title: 'The cart is empty' },
  cart_has_problems: { status: 409, title: 'Some lines of the cart cannot be ordered' },
  cart_limit_reached: { status: 409, title: 'The cart or the number of carts has reached its limit' },
  lines_rejected: { status: 409, title: 'Some line operations cannot be done, so none was' },
  total_changed: { status: 409, title: 'The total is not the expected one' },
  not_enough_stock: { status: 409, title: 'There is not enough stock' },
  delivery_not_available: { status: 409, title: 'This delivery cannot be had' },
  checkout_incomplete: { status: 409, title: 'The checkout lacks an answer' },
  order_not_cancelable: { status: 409, title: 'The order can no longer be canceled' },
  status_not_allowed: { status: 409, title: 'The order cannot go to this status' },
  already_exists: { status: 409, title: 'It exists already' },
  document_not_ready: { status: 409, title: 'The document is not ready yet' },
  last_owner: { status: 409, title: 'A company keeps at least one owner' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something failed on our side' },
  unavailable: { status: 503, title: 'Not available for a moment' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof problems;

/** All codes, in the order of the documentation. */
export const errorCodes = Object.keys(problems) as [ErrorCode, ...ErrorCode[]];

/** An RFC 9457 problem, sent as `application/problem+json`. */
export const Problem = named(
  'Problem',
  'An RFC 9457 problem. `code` is stable; `pointer` is a JSON pointer into the request; `params` are for messages.',
  z.object({
    type: z.string(),
    code: z.enum(errorCodes),
    title: z.string(),
    status: z.number(),
    detail: z.optional(z.string()),
    pointer: z.optional(z.string()),
    params: z.optional(z.record(z.string(), z.unknown())),
    requestId: z.string(),
  }),
);
export type Problem = z.infer<typeof Problem>;
