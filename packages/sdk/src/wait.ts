/** Timers of a longer time fire at once. */
const longestTimer = 2_147_483_647;

/** Resolves after so many milliseconds, or when the signal is aborted. */
export function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(milliseconds, longestTimer));
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end);
  });
}
