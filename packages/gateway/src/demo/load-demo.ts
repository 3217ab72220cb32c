import { CompiledQuery, sql, type Transaction } from 'kysely';

import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import type { Passwords } from '../ports.js';
import { withoutKeys } from './bulk-load.js';
import type { DemoSize } from './catalogue/catalogue-rows.js';
import { prepareDemo, type PreparedDemo } from './prepare-demo.js';
import { writeSearch } from '../modules/catalog/service.js';
import { demoPassword } from './users.js';

/** What to load. */
export interface DemoOptions {
  /** `full`: 46,000 active variants; `small`: about 3,000 of the same shape. */
  readonly size: DemoSize;
  /** The moment around which orders, prices and receipts are dated. */
  readonly now: Date;
  readonly passwords: Passwords;
  /** What was made meanwhile, of the same size; made here when left out. */
  readonly prepared?: PreparedDemo | undefined;
}

/**
 * Fills a migrated, empty database with the demo supplier: the same size and moment give the same rows.
 * @throws Error when there is something in the database already
 */
export async function loadDemo(
  database: Database,
  { size, now, passwords, prepared }: DemoOptions,
): Promise<void> {
  await refuseUnlessEmpty(database);
  const { statements, documents } = prepared ?? prepareDemo(size, now, await passwords.hash(demoPassword));
  await database.system.transaction().execute(async (transaction) => {
    await withoutKeys(transaction, async () => {
      for (const { text, values } of statements)
        await transaction.executeQuery(CompiledQuery.raw(text, values));
    });
    await continueIdentity(transaction);
    await writeSearch(transaction, [documents]);
    // A tenth of the usual sample is enough for rows as regular as these.
    await sql`set local default_statistics_target = 10`.execute(transaction);
    await sql`analyze`.execute(transaction);
  });
}

async function refuseUnlessEmpty({ system }: Database): Promise<void> {
  const { rows } = await sql<{
    isFilled: boolean;
  }>`select exists (select from seller) or exists (select from person) or exists (select from product) as "isFilled"`.execute(
    system,
  );
  if (rows[0]?.isFilled)
    throw new Error('The demo supplier needs an empty database, and this one has data in it');
}

/** The next variant gets the next number. */
async function continueIdentity(transaction: Transaction<Tables>): Promise<void> {
  await sql`select setval(pg_get_serial_sequence('variant', 'id'), (select max(id) from variant))`.execute(
    transaction,
  );
}
