import { sql, type Kysely } from 'kysely';

import type { Tables } from '../database/tables.js';
import { ProblemError } from '../problem-error.js';

/** How often something may be tried within a fixed window, counted for all gateways together. */
export interface Allowance {
  key: string;
  tries: number;
  seconds: number;
}

/**
 * Counts a try before it is made, so that parallel tries cannot pass together.
 * @throws ProblemError `too_many_requests` with `retryAfter` in seconds
 */
export async function spend(
  db: Kysely<Tables>,
  { key, tries, seconds }: Allowance,
  now: Date,
): Promise<void> {
  const { points, expires_at } = await count(db, key, new Date(now.getTime() + seconds * 1000), now);
  if (points > tries)
    throw new ProblemError('too_many_requests', {
      params: { retryAfter: Math.max(1, Math.ceil((expires_at.getTime() - now.getTime()) / 1000)) },
    });
}

/** Takes a try back that turned out to be rightful. */
export async function giveBack(db: Kysely<Tables>, { key }: Allowance): Promise<void> {
  await db
    .updateTable('rate_limit')
    .set({ points: sql<number>`greatest(points - 1, 0)` })
    .where('key', '=', key)
    .execute();
}

/** Forgets all tries. */
export async function forgive(db: Kysely<Tables>, { key }: Allowance): Promise<void> {
  await db.deleteFrom('rate_limit').where('key', '=', key).execute();
}

/** Counts a key up in one statement; a key whose time is over begins anew. */
export async function count(
  db: Kysely<Tables>,
  key: string,
  expiresAt: Date,
  now: Date,
): Promise<{ points: number; expires_at: Date }> {
  return db
    .insertInto('rate_limit')
    .values({ key, points: 1, expires_at: expiresAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        points: sql<number>`case when rate_limit.expires_at <= ${now} then 1 else rate_limit.points + 1 end`,
        expires_at: sql<Date>`case when rate_limit.expires_at <= ${now} then excluded.expires_at else rate_limit.expires_at end`,
      }),
    )
    .returning(['points', 'expires_at'])
    .executeTakeFirstOrThrow();
}
