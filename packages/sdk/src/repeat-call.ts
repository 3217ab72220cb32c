import ky, { HTTPError } from 'ky';

import type { CallLimit } from './call-limit.js';
import { isApiError, isKontorError, retryableStatuses } from './errors.js';
import { millisecondsAfter } from './retry-after.js';

/** A call whose first attempt has failed. */
export interface FailedCall {
  readonly url: string;
  readonly init: RequestInit;
  /** The attempt that was made. */
  readonly first: Promise<Response>;
  /** Makes another one. */
  readonly attempt: (request: Request) => Promise<Response>;
  /** Why the last attempt failed that did. */
  readonly failure: () => unknown;
  readonly retries: number;
  readonly limit: CallLimit;
}

/**
 * Repeats a call until it succeeds, none may follow, or the time is over; ky counts the attempt that was made as the first of its
 * own. Loaded when a call has to be repeated: a page whose calls succeed never needs it.
 * @throws what the last attempt failed with
 */
export async function repeatCall({
  url,
  init,
  first,
  attempt,
  failure,
  retries,
  limit,
}: FailedCall): Promise<void> {
  let made: Promise<Response> | undefined = first;
  try {
    await ky(url, {
      ...init,
      timeout: false,
      fetch: (request) => {
        const attempted = made ?? attempt(request as Request);
        made = undefined;
        return attempted;
      },
      retry: {
        limit: retries,
        methods: [(init.method ?? '').toLowerCase()],
        statusCodes: [...retryableStatuses],
        afterStatusCodes: [...retryableStatuses],
        backoffLimit: 8000,
        jitter: true,
        shouldRetry({ error }) {
          if (isKontorError(error)) return false;
          // The attempt before is still at work there; its answer is ours.
          if (isApiError(failure(), 'idempotency_key_in_progress')) return true;
          if (!(error instanceof HTTPError)) return undefined;
          const wait = millisecondsAfter(error.response.headers.get('retry-after'));
          return wait > limit.remaining() ? false : undefined;
        },
      },
    });
  } catch (error) {
    // ky's own errors hold the request with its token and stay here.
    throw error instanceof HTTPError ? failure() : error;
  }
}
