import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import { countInRun } from '../journal.js';

/** Tells the journal how many orders 1C has taken. Files of the same run that are still to be read have its end before them. */
export async function noteOrders(
  db: Kysely<Tables>,
  run: number,
  { confirmed, now }: { confirmed: number; now: Date },
): Promise<void> {
  await countInRun(db, run, 'orders', confirmed);
  await sql`
    update exchange_run set status = 'done', finished_at = ${now}::timestamptz
    where id = ${run} and not exists (
      select from exchange_file where run_id = ${run} and status in ('received', 'reading'))`.execute(db);
}
