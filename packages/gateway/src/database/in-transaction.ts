import { sql, type Kysely } from 'kysely';

import type { Tables } from './tables.js';

/** Does the work in a transaction; inside of one it can be undone by itself all the same. */
export async function inTransaction<Result>(
  db: Kysely<Tables>,
  work: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  if (!db.isTransaction) return db.transaction().execute(work);
  await sql`savepoint step`.execute(db);
  try {
    const result = await work(db);
    await sql`release savepoint step`.execute(db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint step`.execute(db);
    throw error;
  }
}
