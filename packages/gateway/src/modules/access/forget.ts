import type { Clock } from '../../ports.js';
import type { Database } from '../../database/database.js';
import { forgetOldKeys } from '../../http/idempotency.js';
import type { Job } from '../../jobs.js';

const day = 86_400_000;

/** Deletes what nobody needs any more: counters, sessions over and calls wanted for 30 days, reset links, idempotency keys. */
export function createForgetting({ database: { system }, clock }: { database: Database; clock: Clock }): Job {
  return {
    name: 'forget',
    every: 600_000,
    async run() {
      const now = clock.now();
      const longAgo = new Date(now.getTime() - 30 * day);
      await system.deleteFrom('rate_limit').where('expires_at', '<=', now).execute();
      await system
        .deleteFrom('session')
        .where((where) => where.or([where('ended_at', '<', longAgo), where('expires_at', '<', longAgo)]))
        .execute();
      await system
        .deleteFrom('password_reset')
        .where((where) => where.or([where('used_at', 'is not', null), where('expires_at', '<=', now)]))
        .execute();
      await system.deleteFrom('call_request').where('created_at', '<', longAgo).execute();
      await forgetOldKeys(system, now);
      return false;
    },
  };
}
