import type { Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';

/** Messages of the outbox that wait, for monitoring. */
export interface OutboxBacklog {
  pending: number;
  /** Messages that nobody will try again. */
  failed: number;
  /** Seconds for which the oldest one waits; 0 without any. */
  oldestSeconds: number;
}

export async function findOutboxBacklog(system: Kysely<Tables>, now: Date): Promise<OutboxBacklog> {
  const row = await system
    .selectFrom('outbox')
    .select((select) => [
      select.fn.countAll<number>().filterWhere('failed_at', 'is', null).as('pending'),
      select.fn.countAll<number>().filterWhere('failed_at', 'is not', null).as('failed'),
      select.fn.min('created_at').filterWhere('failed_at', 'is', null).as('oldest'),
    ])
    .where('delivered_at', 'is', null)
    .executeTakeFirstOrThrow();
  const oldest = row.oldest as Date | null;
  return {
    pending: row.pending,
    failed: row.failed,
    oldestSeconds: oldest === null ? 0 : Math.max(0, (now.getTime() - oldest.getTime()) / 1000),
  };
}
