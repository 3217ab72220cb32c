import { Migrator, sql, type Migration } from 'kysely';

import type { Database } from './database.js';
import * as firstFloor from './migrations/0001-first-floor.js';
import * as search from './migrations/0002-search.js';
import * as eventOrder from './migrations/0003-event-order.js';

/** Migrations in order; a name never changes once it has been released. */
const migrations: Record<string, Migration> = {
  '0001-first-floor': firstFloor,
  '0002-search': search,
  '0003-event-order': eventOrder,
};

/** Brings the schema up to date. Safe to call from several gateways at once on PostgreSQL. */
export async function migrate(database: Database): Promise<void> {
  const { error } = await migratorOf(database).migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be migrated', { cause: error });
  await sql`analyze`.execute(database.system);
}

/** Whether the schema is the one that this gateway was built for. */
export async function isMigrated(database: Database): Promise<boolean> {
  const known = await migratorOf(database).getMigrations();
  return known.every(({ executedAt }) => executedAt !== undefined);
}

function migratorOf({ system }: Database): Migrator {
  return new Migrator({ db: system, provider: { getMigrations: () => Promise.resolve(migrations) } });
}
