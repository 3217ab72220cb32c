import type { ReadableAtom } from 'nanostores';

/** The first value that fits, now or later. Never resolves after the signal: who waits has left. */
export function when<Value>(
  $store: ReadableAtom<Value>,
  fits: (value: Value) => boolean,
  signal?: AbortSignal,
): Promise<Value> {
  return new Promise((resolve) => {
    const check = (value: Value): void => {
      if (!fits(value)) return;
      stop();
      resolve(value);
    };
    const stop = $store.listen(check);
    signal?.addEventListener('abort', stop, { once: true });
    check($store.get());
  });
}
