import { isApiError } from './errors.js';
import type { ClientOptions, Logger, WireEvent } from './options.js';

/** Tells the hooks and the log of a client what comes of one call. */
export interface CallWatch {
  /** Begins an attempt: `onRequest` now, then `onResponse` or `onError`. */
  attempt(): AttemptWatch;
  succeeded(): void;
  failed(error: unknown): void;
}

/** What comes of one attempt. */
interface AttemptWatch {
  answered(response: Response): void;
  failed(error: unknown): void;
}

type Watchers = Pick<ClientOptions, 'onRequest' | 'onResponse' | 'onError' | 'logger'>;

/** Begins to watch a call. What watchers throw is ignored. */
export function watchCall(
  { onRequest, onResponse, onError, logger }: Watchers,
  method: string,
  fullPath: string,
): CallWatch {
  const path = withoutSecrets(fullPath);
  let count = 0;
  let last: WireEvent | undefined;
  const say = (level: keyof Logger, more = ''): void =>
    tell((line: string) => logger?.[level](line), (last ? lineOf(last) : `${method} ${path}`) + more);
  return {
    attempt() {
      if (last) say('warn', ', repeated');
      count += 1;
      const about = { method, path, attempt: count };
      const begun = performance.now();
      const end = (hook: typeof onError, more: Partial<WireEvent>): void => {
        last = { ...about, duration: performance.now() - begun, ...more };
        tell(hook, last);
      };
      tell(onRequest, about);
      return {
        answered({ ok, status, headers }) {
          const requestId = headers.get('x-request-id');
          end(ok ? onResponse : onError, { status, ...(requestId === null ? {} : { requestId }) });
        },
        failed(error) {
          end(onError, { error });
        },
      };
    },
    succeeded() {
      say('debug');
    },
    failed(error) {
      const level = nameOf(error) === 'AbortError' ? 'debug' : isRefusal(error) ? 'warn' : 'error';
      say(level, `: ${isApiError(error) ? error.code : nameOf(error)}`);
    },
  };
}

/** A watcher changes nothing: what it throws must not end, or repeat, a call. */
function tell<Told>(watcher: ((told: Told) => void) | undefined, told: Told): void {
  try {
    watcher?.(told);
  } catch {
    // Its author's to find; there is nobody here to tell.
  }
}

function lineOf({ method, path, attempt, status, requestId, duration = 0, error }: WireEvent): string {
  const outcome = status ?? nameOf(error);
  const id = requestId === undefined ? '' : `, request ${requestId}`;
  return `${method} ${path} ${String(outcome)} in ${duration.toFixed()} ms, attempt ${String(attempt)}${id}`;
}

/** Only the name: the message of a foreign error may hold the whole address. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}

function isRefusal(error: unknown): boolean {
  return isApiError(error) && error.status < 500;
}

/** Ids of a gateway have at most 30 characters, its tokens and keys more than 40. */
function withoutSecrets(path: string): string {
  return path.replace(/[\w.~-]{40,}/g, '…');
}
