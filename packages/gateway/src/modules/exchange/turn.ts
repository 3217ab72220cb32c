import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';

/**
 * Waits until no other gateway and no command keeps or publishes what 1C told, until the end of the transaction: a word that
 * comes between reading and settling would count as published.
 * @returns the epoch of what is told
 */
export async function takeTurn(db: Kysely<Tables>): Promise<number> {
  const { epoch } = await db
    .selectFrom('exchange_turn')
    .select('epoch')
    .forUpdate()
    .executeTakeFirstOrThrow();
  return epoch;
}

/** Takes the turn to change what is told: what others have read of it before is out of date. */
export async function takeTurnToTell(db: Kysely<Tables>): Promise<void> {
  await sql`update exchange_turn set epoch = epoch + 1`.execute(db);
}

/** The epoch of what is told now. What is read after it, and is in the same epoch when the turn is taken, still holds. */
export async function epochOfTold(db: Kysely<Tables>): Promise<number> {
  const { epoch } = await db.selectFrom('exchange_turn').select('epoch').executeTakeFirstOrThrow();
  return epoch;
}
