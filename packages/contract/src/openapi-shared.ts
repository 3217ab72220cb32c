/** Parameters that many operations take. */
export const sharedParameters = {
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: "Language of names and texts; the supplier's first one without it.",
    schema: { type: 'string' },
    example: 'ru',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description:
      'The version that the change is meant for, in quotes; another one is refused with `version_conflict`.',
    schema: { type: 'string', pattern: '^"\\d{1,9}"$' },
    example: '"7"',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of what is known already; answered 304 while it is current.',
    schema: { type: 'string' },
    example: '"1f6b2c7d9e3a4b5c6d-0a1b2c3d4e5f6071"',
  },
  LastEventId: {
    name: 'Last-Event-ID',
    in: 'header',
    description: 'The id of the last event that was seen: what happened since is told first.',
    schema: { type: 'string' },
    example: '10482',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Makes a repetition harmless: the same key and body give the same answer for 24 hours.',
    schema: { type: 'string', minLength: 8, maxLength: 200 },
    example: '0b8f6a52-1c1d-4a7e-9d55-6f1f0a3c2e71',
  },
  RequiredIdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'Makes a repetition harmless: the same key and body give the same answer for 24 hours.',
    schema: { type: 'string', minLength: 8, maxLength: 200 },
    example: '0b8f6a52-1c1d-4a7e-9d55-6f1f0a3c2e71',
  },
} as const;

/** Headers that many answers carry. */
export const sharedHeaders = {
  RequestId: {
    description: 'Names the request in the log of the gateway.',
    schema: { type: 'string' },
    example: 'req_7hq2m4k9x3w8c5t1',
  },
  Version: { description: 'The version, for `If-Match`.', schema: { type: 'string' }, example: '"7"' },
  ETag: {
    description: 'Tells this answer from others, for `If-None-Match`.',
    schema: { type: 'string' },
    example: '"1f6b2c7d9e3a4b5c6d-0a1b2c3d4e5f6071"',
  },
  RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer' }, example: 30 },
} as const;

/** How a caller shows who it is. */
export const securitySchemes = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token of a session (`session.signIn`, `session.exchange`) or the secret of an API key.',
  },
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'kontor_session',
    description: 'The session cookie of a browser; changes need an `Origin` that is allowed.',
  },
} as const;

/** What the resources are. */
export const tagDescriptions = {
  capabilities: 'What this gateway is and can.',
  session: 'Signing in, and who acts for which company under which agreement.',
  company: 'The company, its addresses, members and API keys; requests for access.',
  catalog: 'Categories, products and variants: never a price, so that anybody may keep them.',
  prices: "Prices under the buyer's agreement.",
  stock: 'What can be had, where, as the display policy shows it.',
  carts: 'Carts: absolute quantities, one outcome per line.',
  delivery: 'Ways to get the goods.',
  checkout: 'From a cart to an order.',
  orders: "The company's orders.",
  documents: 'Invoices and other papers.',
  events: 'What changes, as it changes.',
  backoffice: "The supplier's staff.",
  integration:
    'What other systems of the supplier push: rows with one outcome each; doing it again changes nothing.',
} as const;
