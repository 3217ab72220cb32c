import type { ErrorCode, Problem } from '@kontor/contract';

/** Marks our errors across copies of this package, where `instanceof` fails. */
const brand = Symbol.for('kontor.error');

/** Everything that this client throws of its calls; wrong arguments are a `TypeError` or a `RangeError`. */
export class KontorError extends Error {
  readonly [brand]: true;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KontorError';
    this[brand] = true;
  }
}

/** The gateway answered with a problem (RFC 9457). */
export class ApiError extends KontorError {
  /** HTTP status. */
  readonly status: number;
  /** Stable code, or `unknown` when the answer was not a problem (a proxy's page, for example). */
  readonly code: ErrorCode | 'unknown';
  /** JSON pointer into the request. */
  readonly pointer: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
  /** Tell it to the supplier: it finds the request in the log. */
  readonly requestId: string | undefined;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;

  constructor(status: number, problem: Partial<Problem>, options?: ErrorOptions) {
    super(problem.detail ?? problem.title ?? `The gateway answered ${String(status)}`, options);
    this.name = 'ApiError';
    this.status = status;
    this.code = problem.code ?? 'unknown';
    this.pointer = problem.pointer;
    this.params = problem.params ?? {};
    this.requestId = problem.requestId;
    this.retryable = retryableStatuses.includes(status) || this.code === 'idempotency_key_in_progress';
  }
}

/** Statuses after which a call that may be repeated is repeated. */
export const retryableStatuses: readonly number[] = [429, 502, 503, 504];

/** The gateway could not be reached, or the connection was lost. */
export class ConnectionError extends KontorError {
  override readonly name = 'ConnectionError';
}

/** The total time of the call, retries included, is over; the cause is the failure of the last attempt, if there was one. */
export class TimeoutError extends KontorError {
  override readonly name = 'TimeoutError';
}

/** The caller's signal ended the call; the cause is the signal's reason. */
export class AbortError extends KontorError {
  override readonly name = 'AbortError';
}

/** The answer is not what the contract says. */
export class ContractError extends KontorError {
  override readonly name = 'ContractError';
}

/** Whether a value is an error of this client, whichever copy of the package made it. */
export function isKontorError(error: unknown): error is KontorError {
  return error instanceof Error && (error as { [brand]?: unknown })[brand] === true;
}

/** Whether the gateway answered with a problem, of a code if one is given. */
export function isApiError(error: unknown, code?: ErrorCode): error is ApiError {
  return (
    isKontorError(error) &&
    'code' in error &&
    'status' in error &&
    (code === undefined || error.code === code)
  );
}

/** The total is another one than expected: `params.total` has the new one, `params.repriced` the lines. */
export const isPriceChanged = (error: unknown): error is ApiError => isApiError(error, 'total_changed');

/** Goods are gone: `params.lines` says what can be had. */
export const isNotEnoughStock = (error: unknown): error is ApiError => isApiError(error, 'not_enough_stock');

/** Somebody else changed it meanwhile; read it again. */
export const isVersionConflict = (error: unknown): error is ApiError => isApiError(error, 'version_conflict');

/** It does not exist, or not for this caller. */
export const isNotFound = (error: unknown): error is ApiError => isApiError(error, 'not_found');

/** Nobody is signed in, or the session has ended. */
export const isSignedOut = (error: unknown): error is ApiError =>
  isApiError(error, 'unauthenticated') || isApiError(error, 'invalid_token');

/** The caller may not do this. */
export const isForbidden = (error: unknown): error is ApiError => isApiError(error, 'forbidden');

/** Too many requests; `params.retryAfter` has the seconds to wait. */
export const isRateLimited = (error: unknown): error is ApiError => isApiError(error, 'too_many_requests');
