import * as z from 'zod/mini';

import { described, named } from './named.js';
import { operation } from './operation.js';
import { page, pageQuery } from './paging.js';
import { Id, Instant, requiredText } from './primitives.js';

/** Everything that one exchange with the accounting system did. */
export const ExchangeRun = named(
  'ExchangeRun',
  'Everything that one exchange with the accounting system did.',
  z.object({
    id: Id,
    channel: z.enum(['protocol', 'files', 'odata', 'push']),
    kind: described('What it was about, such as `catalog` or `individualPrices`.', z.string()),
    startedAt: Instant,
    finishedAt: z.nullable(Instant),
    status: z.enum(['running', 'done', 'failed']),
    error: z.nullable(z.string()),
    counts: described(
      'Rows of the shop that changed, by kind; `orders`: that the accounting system has taken, `documents`: of its own.',
      z.record(z.string(), z.number()),
    ),
    problems: z.object({ errors: z.number(), warnings: z.number() }),
  }),
);
export type ExchangeRun = z.infer<typeof ExchangeRun>;

/** A file that came in a run. */
export const ExchangeRunFile = named(
  'ExchangeRunFile',
  'A file that came in a run.',
  z.object({
    id: Id,
    name: z.string(),
    kind: z.nullable(z.string()),
    bytes: z.nullable(z.number()),
    receivedAt: Instant,
    finishedAt: z.nullable(Instant),
    status: z.enum(['received', 'reading', 'done', 'failed']),
    counts: described('Records by kind.', z.record(z.string(), z.number())),
    told: described('What 1C was told of it.', z.nullable(z.string())),
    error: z.nullable(z.string()),
  }),
);
export type ExchangeRunFile = z.infer<typeof ExchangeRunFile>;

/** What kind of thing could not be taken as it was; later versions may know more. */
export type ExchangeProblemCode =
  | 'ambiguous_variant'
  | 'broken_characters'
  | 'currency_adopted'
  | 'currency_differs'
  | 'discount_too_large'
  | 'doctype_refused'
  | 'document_refused'
  | 'duplicate_price'
  | 'empty_file'
  | 'empty_row'
  | 'encoding_mismatch'
  | 'file_too_large'
  | 'forbidden_character'
  | 'incomplete_line'
  | 'invalid_date'
  | 'invalid_flag'
  | 'invalid_number'
  | 'leading_blanks'
  | 'malformed'
  | 'missing_id'
  | 'not_commerceml'
  | 'not_everything'
  | 'not_published'
  | 'number_too_large'
  | 'odata_failed'
  | 'odata_not_published'
  | 'of_other_company'
  | 'order_in_parts'
  | 'order_no_price'
  | 'order_sums_differ'
  | 'order_unknown_goods'
  | 'order_without_lines'
  | 'orphan_offer'
  | 'picture_not_fetched'
  | 'picture_refused'
  | 'pictures_missing'
  | 'property_of_prices'
  | 'record_too_large'
  | 'self_reference'
  | 'sku_taken'
  | 'status_not_allowed'
  | 'text_before_declaration'
  | 'text_too_long'
  | 'told_twice'
  | 'too_deep'
  | 'too_many_attributes'
  | 'too_many_problems'
  | 'truncated'
  | 'undeclared_price_type'
  | 'unknown_agreement'
  | 'unknown_category'
  | 'unknown_company'
  | 'unknown_counterparty'
  | 'unknown_currency'
  | 'unknown_element'
  | 'unknown_entity'
  | 'unknown_group'
  | 'unknown_order'
  | 'unknown_price_type'
  | 'unknown_reason'
  | 'unknown_seller'
  | 'unknown_variant'
  | 'unknown_warehouse'
  | 'unsupported_encoding'
  | 'unsupported_version'
  | 'wrong_ratio';

/** Something in an exchange that could not be taken as it was. */
export const ExchangeProblem = named(
  'ExchangeProblem',
  'Something in an exchange that could not be taken as it was.',
  z.object({
    id: Id,
    severity: z.enum(['error', 'warning', 'info']),
    code: described('One of `ExchangeProblemCode`; later versions may know more.', z.string()),
    message: described('One English sentence with the details.', z.string()),
    recordId: described('Id in the accounting system.', z.nullable(z.string())),
    recordName: z.nullable(z.string()),
    file: described('Name of the file.', z.nullable(z.string())),
    line: z.nullable(z.number()),
  }),
);
export type ExchangeProblem = z.infer<typeof ExchangeProblem>;

/** A key of another system of the supplier. */
export const IntegrationKey = named(
  'IntegrationKey',
  'A key with which another system of the supplier pushes data. It opens nothing else.',
  z.object({ id: Id, name: z.string(), createdAt: Instant, lastUsedAt: z.nullable(Instant) }),
);
export type IntegrationKey = z.infer<typeof IntegrationKey>;

export const CreateIntegrationKey = named(
  'CreateIntegrationKey',
  'A key for another system, by the name of that system.',
  z.strictObject({ name: requiredText(120) }),
);
export type CreateIntegrationKey = z.infer<typeof CreateIntegrationKey>;

export const CreatedIntegrationKey = named(
  'CreatedIntegrationKey',
  'The key and, only here, its secret.',
  z.object({ key: IntegrationKey, secret: z.string() }),
);
export type CreatedIntegrationKey = z.infer<typeof CreatedIntegrationKey>;

const byId = z.object({ id: Id });

/** What admins see and set of the exchange. */
export const exchangeOperations = {
  listExchangeRuns: operation({
    method: 'GET',
    path: '/v1/backoffice/exchange/runs',
    summary: 'Runs of the exchange, newest first',
    access: 'admin',
    query: z.strictObject({
      ...pageQuery,
      channel: z.optional(ExchangeRun.shape.channel),
      status: z.optional(ExchangeRun.shape.status),
    }),
    answer: page(ExchangeRun),
  }),
  getExchangeRun: operation({
    method: 'GET',
    path: '/v1/backoffice/exchange/runs/{id}',
    summary: 'A run with its files',
    access: 'admin',
    params: byId,
    answer: z.object({ run: ExchangeRun, files: z.array(ExchangeRunFile) }),
    problems: ['not_found'],
  }),
  listExchangeProblems: operation({
    method: 'GET',
    path: '/v1/backoffice/exchange/runs/{id}/problems',
    summary: 'Problems of a run, in the order in which they were found',
    access: 'admin',
    params: byId,
    query: z.strictObject({ ...pageQuery, severity: z.optional(ExchangeProblem.shape.severity) }),
    answer: page(ExchangeProblem),
    problems: ['not_found'],
  }),
  listIntegrationKeys: operation({
    method: 'GET',
    path: '/v1/backoffice/integration-keys',
    summary: 'Keys of other systems that work, oldest first',
    access: 'admin',
    query: z.strictObject(pageQuery),
    answer: page(IntegrationKey),
  }),
  createIntegrationKey: operation({
    method: 'POST',
    path: '/v1/backoffice/integration-keys',
    summary: 'Make a key for another system',
    access: 'admin',
    body: CreateIntegrationKey,
    answer: CreatedIntegrationKey,
    status: 201,
  }),
  removeIntegrationKey: operation({
    method: 'DELETE',
    path: '/v1/backoffice/integration-keys/{id}',
    summary: 'Revoke a key of another system',
    access: 'admin',
    params: byId,
    problems: ['not_found'],
  }),
} as const;
