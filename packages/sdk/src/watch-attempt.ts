import type { ClientOptions, WireEvent } from './options.js';

/** Tells the hooks of a client what comes of one attempt. */
export interface AttemptWatch {
  answered(response: Response): void;
  failed(error: unknown): void;
}

type Hooks = Pick<ClientOptions, 'onRequest' | 'onResponse' | 'onError'>;

/** Begins to watch an attempt: `onRequest` now, then `onResponse` or `onError`. */
export function watchAttempt(
  { onRequest, onResponse, onError }: Hooks,
  about: Pick<WireEvent, 'method' | 'path' | 'attempt'>,
): AttemptWatch {
  const begun = performance.now();
  tell(onRequest, about);
  return {
    answered({ ok, status, headers }) {
      const requestId = headers.get('x-request-id');
      tell(ok ? onResponse : onError, {
        ...about,
        status,
        duration: performance.now() - begun,
        ...(requestId === null ? {} : { requestId }),
      });
    },
    failed(error) {
      tell(onError, { ...about, error, duration: performance.now() - begun });
    },
  };
}

/** A hook watches and changes nothing: what it throws must not end, or repeat, a call. */
function tell(hook: ((event: WireEvent) => void) | undefined, event: WireEvent): void {
  try {
    hook?.(event);
  } catch {
    // Its author's to find; there is nobody here to tell.
  }
}
