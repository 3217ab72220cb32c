import type { Kysely } from 'kysely';

import type { Tables } from '../database/tables.js';

/** Carries what work answered out of the transaction that it undoes. */
class Undone<Result> extends Error {
  readonly result: Result;

  constructor(result: Result) {
    super('Undone');
    this.result = result;
  }
}

/** Does work in a transaction and undoes it: the answer is all that is left. */
export async function dryRun<Result>(
  db: Kysely<Tables>,
  work: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  try {
    return await db.transaction().execute(async (transaction) => {
      throw new Undone(await work(transaction));
    });
  } catch (error) {
    if (error instanceof Undone) return (error as Undone<Result>).result;
    throw error;
  }
}
