import type { Log } from './ports.js';

/** Work that goes on beside requests: the outbox, documents, forgetting what is old. */
export interface Job {
  readonly name: string;
  /** Milliseconds between two runs. */
  readonly every: number;
  /** Does what is due; answers whether there is more to do at once. */
  run(): Promise<boolean>;
}

/** Runs jobs until stopped. */
export interface Jobs {
  start(): void;
  /** Runs a job at once instead of at its next time; does nothing unless started. */
  wake(name: string): void;
  /** Runs every job until none has more to do; for tests and scripts. */
  settle(): Promise<void>;
  /** Waits for what is running. */
  stop(): Promise<void>;
}

export function createJobs(jobs: readonly Job[], log: Log): Jobs {
  /** Of jobs that wait. */
  const timers = new Map<Job, ReturnType<typeof setTimeout>>();
  const running = new Map<Job, Promise<void>>();
  /** Woken while they ran: what they were woken for may have come too late for that run. */
  const woken = new Set<Job>();
  let isStopped = false;

  const runOnce = async (job: Job): Promise<boolean> => {
    try {
      return await job.run();
    } catch (error) {
      log.error({ job: job.name, error }, 'job failed');
      return false;
    }
  };
  const schedule = (job: Job, delay: number): void => {
    if (isStopped) return;
    timers.set(
      job,
      setTimeout(() => {
        timers.delete(job);
        const run = runOnce(job).then((hasMore) => {
          running.delete(job);
          schedule(job, woken.delete(job) || hasMore ? 0 : job.every);
        });
        running.set(job, run);
      }, delay),
    );
  };
  return {
    start() {
      for (const job of jobs) schedule(job, job.every);
    },
    wake(name) {
      const job = jobs.find((each) => each.name === name);
      if (!job) return;
      if (running.has(job)) woken.add(job);
      if (!timers.has(job)) return;
      clearTimeout(timers.get(job));
      schedule(job, 0);
    },
    async settle() {
      let hasMore = true;
      while (hasMore) {
        hasMore = false;
        for (const job of jobs) hasMore = (await job.run()) || hasMore;
      }
    },
    async stop() {
      isStopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}
