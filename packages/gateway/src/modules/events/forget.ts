import type { Job } from '../../jobs.js';
import type { GatewayDeps } from '../../ports.js';
import { deleteEventsBefore } from './queries.js';

const threeDays = 3 * 86_400_000;

/** Deletes events older than three days: whoever was away longer reads everything anew. */
export function createEventForgetting({ database, clock }: Pick<GatewayDeps, 'database' | 'clock'>): Job {
  return {
    name: 'forget events',
    every: 600_000,
    async run() {
      await deleteEventsBefore(database.system, new Date(clock.now().getTime() - threeDays));
      return false;
    },
  };
}
