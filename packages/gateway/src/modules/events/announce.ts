import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';
import { channel, orderOfEvents } from './channel.js';
import type { TradeChange } from './types.js';

/**
 * Tells everybody who may see them that prices or stock of the supplier changed. Only the last change of a kind is kept: whoever
 * was away hears of it once. In a short transaction of its own: until it ends, no other event gets its place.
 */
export async function announce(
  { db, now }: { readonly db: Kysely<Tables>; readonly now: Date },
  changes: readonly TradeChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await sql`select pg_advisory_xact_lock(hashtext(${orderOfEvents}))`.execute(db);
  for (const type of changes)
    await db
      .insertInto('trade_change')
      .values({ type, seq: sql<number>`nextval('event_seq_next')`, at: now })
      .onConflict((conflict) =>
        conflict
          .column('type')
          .doUpdateSet((update) => ({ seq: update.ref('excluded.seq'), at: update.ref('excluded.at') })),
      )
      .execute();
  // Nobody's in particular: all streams look.
  await sql`select pg_notify(${channel}, '')`.execute(db);
}
