import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';

/** Tells the journal how many orders 1C has taken. Files of the same run that are still to be read have its end before them. */
export async function noteOrders(
  db: Kysely<Tables>,
  run: number,
  { confirmed, now }: { confirmed: number; now: Date },
): Promise<void> {
  await sql`
    update exchange_run r set summary = summary || jsonb_build_object(
        'orders', coalesce((summary->>'orders')::int, 0) + ${confirmed}::int),
      status = case when f.waits then status else 'done' end,
      finished_at = case when f.waits then finished_at else ${now}::timestamptz end
    from (select exists (
      select from exchange_file where run_id = ${run} and status in ('received', 'reading')) as waits) f
    where r.id = ${run}`.execute(db);
}
