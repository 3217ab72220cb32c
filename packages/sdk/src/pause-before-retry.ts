import { isApiError, isKontorError } from './errors.js';

/** What came of an attempt that failed. */
export interface FailedAttempt {
  failure: unknown;
  /** The answer's `Retry-After` header. */
  retryAfter: string | null;
}

const firstPause = 300;
const longestPause = 8000;

/**
 * Milliseconds to wait before the attempt after this one: as long as the gateway asks (RFC 9110, 10.2.3: seconds or a date), else
 * twice as long each time and at random, so that many do not come back at once. Undefined when repeating it would not help.
 * @param count attempts so far, from 1
 */
export function pauseBeforeRetry({ failure, retryAfter }: FailedAttempt, count: number): number | undefined {
  const mayPass = isApiError(failure) ? failure.retryable : !isKontorError(failure);
  if (!mayPass) return undefined;
  const seconds = Number(retryAfter);
  const asked = Number.isNaN(seconds) ? Date.parse(retryAfter ?? '') - Date.now() : seconds * 1000;
  if (retryAfter !== null && !Number.isNaN(asked)) return Math.max(0, asked);
  return Math.min(Math.random() * firstPause * 2 ** (count - 1), longestPause);
}
