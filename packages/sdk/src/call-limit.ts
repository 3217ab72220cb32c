import { AbortError, TimeoutError } from './errors.js';

/** When a call ends at the latest: by its caller's signal or by its time, whichever comes first. */
export interface CallLimit {
  /** Aborted with an `AbortError` or a `TimeoutError` as its reason. */
  readonly signal: AbortSignal;
  /** Milliseconds that are left; `Infinity` without a time. */
  remaining(): number;
  /** The work's outcome, or the reason of the end if that comes first: also of work that heeds no signal. */
  untilEnd<Value>(work: Promise<Value>): Promise<Value>;
  /** Lets go of the caller's signal and of the timer. */
  release(): void;
}

/** Timers of a longer time fire at once. */
const longestTimer = 2_147_483_647;

/** Limits one call; `Infinity` milliseconds are no limit. Release it, or a signal that lives long collects listeners. */
export function limitCall(caller: AbortSignal | undefined, milliseconds: number): CallLimit {
  const controller = new AbortController();
  const { signal } = controller;
  const begun = performance.now();
  const leave = (): void => {
    controller.abort(new AbortError('Aborted by the caller', { cause: caller?.reason }));
  };
  const timer =
    milliseconds > longestTimer
      ? undefined
      : setTimeout(() => {
          controller.abort(new TimeoutError(`Not done within ${String(milliseconds)} ms`));
        }, milliseconds);
  if (caller?.aborted) leave();
  else caller?.addEventListener('abort', leave);
  return {
    signal,
    remaining: () => milliseconds - (performance.now() - begun),
    untilEnd: (work) => untilAborted(work, signal),
    release() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', leave);
    },
  };
}

function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) end();
    signal.addEventListener('abort', end);
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', end);
    });
  });
}
