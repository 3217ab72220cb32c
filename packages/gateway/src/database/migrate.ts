import { Migrator, sql, type Migration } from 'kysely';

import type { Database } from './database.js';
import * as firstFloor from './migrations/0001-first-floor.js';
import * as search from './migrations/0002-search.js';

/** Migrations in order; a name never changes once it has been released. */
const migrations: Record<string, Migration> = {
  '0001-first-floor': firstFloor,
  '0002-search': search,
};

/** Brings the schema up to date. Safe to call from several gateways at once on PostgreSQL. */
export async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({
    db: database.system,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be migrated', { cause: error });
  await sql`analyze`.execute(database.system);
}
