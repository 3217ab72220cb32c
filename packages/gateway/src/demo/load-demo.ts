import { sql, type Transaction } from 'kysely';

import type { Database } from '../database/database.js';
import type { Tables } from '../database/tables.js';
import type { Log, Passwords } from '../ports.js';
import { buildDemo } from './build-demo.js';
import { withoutKeys } from './bulk-load.js';
import type { DemoSize } from './catalogue/catalogue-rows.js';
import { insertBalances, insertPrices, insertRows } from './insert-rows.js';
import { daysFrom } from './instants.js';
import { reindexSearch } from '../modules/catalog/service.js';
import { demoPassword } from './users.js';

/** What to load. */
export interface DemoOptions {
  /** `full`: 46,000 active variants; `small`: about 3,000 of the same shape. */
  readonly size: DemoSize;
  /** The moment around which orders, prices and receipts are dated. */
  readonly now: Date;
  readonly passwords: Passwords;
  readonly log?: Log;
}

/**
 * Fills a migrated, empty database with the demo supplier: the same size and moment give the same rows.
 * @throws Error when there is something in the database already
 */
export async function loadDemo(
  database: Database,
  { size, now, passwords, log }: DemoOptions,
): Promise<void> {
  await refuseUnlessEmpty(database);
  const { rows, prices, balances } = buildDemo(size, now, await passwords.hash(demoPassword));
  const updatedAt = daysFrom(now, -0.05);
  await database.system.transaction().execute(async (transaction) => {
    await withoutKeys(transaction, async () => {
      for (const [table, ofTable] of Object.entries(rows))
        await insertRows(transaction, table as keyof Tables, ofTable);
      await insertPrices(transaction, prices, updatedAt);
      await insertBalances(transaction, balances, updatedAt);
    });
    await continueIdentity(transaction);
    await reindexSearch({ system: transaction });
    // A tenth of the usual sample is enough for rows as regular as these.
    await sql`set local default_statistics_target = 10`.execute(transaction);
    await sql`analyze`.execute(transaction);
  });
  log?.info(
    {
      size,
      variants: rows.variant?.length ?? 0,
      prices: prices.variants.length,
      balances: balances.variants.length,
    },
    'The demo supplier is loaded',
  );
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
