import type { Log } from '../../ports.js';

/** Work that an answer does not wait for. */
export interface Background {
  /** Starts work; a failure is logged. */
  run(name: string, work: () => Promise<unknown>): void;
  /** Waits for everything that was started. */
  settle(): Promise<void>;
}

export function createBackground(log: Log): Background {
  const running = new Set<Promise<void>>();
  return {
    run(name, work) {
      const run = work().then(
        () => void running.delete(run),
        (error: unknown) => {
          running.delete(run);
          log.error({ work: name, error }, 'background work failed');
        },
      );
      running.add(run);
    },
    async settle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
