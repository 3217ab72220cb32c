import { sql, type Kysely } from 'kysely';

import { inTransaction } from '../../../database/in-transaction.js';
import type { Tables } from '../../../database/tables.js';
import { lockOffers } from './choose-orders.js';

/**
 * Marks what a batch offered as exported, in exactly the revisions that were offered; what changed since then waits again.
 * Doing it again changes nothing.
 * @returns how many orders were confirmed
 */
export async function confirmOrders(
  db: Kysely<Tables>,
  { session, batch, now }: { session: string; batch: number; now: Date },
): Promise<number> {
  return inTransaction(db, async (db) => {
    await lockOffers(db);
    const rows = await db
      .updateTable('order_exchange')
      .set({
        exported_revision: sql<number>`greatest(exported_revision, offered_revision)`,
        exported_at: now,
        offered_session: null,
        offered_batch: null,
        offered_revision: null,
      })
      .where('offered_session', '=', session)
      .where('offered_batch', '=', batch)
      .returning('order_id')
      .execute();
    return rows.length;
  });
}
