import { Migrator, sql, type Migration } from 'kysely';

import type { Database } from './database.js';
import * as firstFloor from './migrations/0001-first-floor.js';
import * as search from './migrations/0002-search.js';
import * as eventOrder from './migrations/0003-event-order.js';
import * as exchange from './migrations/0004-exchange.js';
import * as orderExchange from './migrations/0005-order-exchange.js';
import * as pictures from './migrations/0006-pictures.js';
import * as integration from './migrations/0007-integration.js';
import * as usedVariants from './migrations/0008-used-variants.js';
import * as segmentsAndEndings from './migrations/0009-segments-and-endings.js';
import * as callRequests from './migrations/0010-call-requests.js';
import * as exchangeTurn from './migrations/0011-exchange-turn.js';
import * as exchangeStaged from './migrations/0012-exchange-staged.js';
import * as tradeChanges from './migrations/0013-trade-changes.js';
import * as orderParts from './migrations/0014-order-parts.js';
import * as publishAnew from './migrations/0015-publish-anew.js';

/** Migrations in order; a name never changes once it has been released. */
const migrations: Record<string, Migration> = {
  '0001-first-floor': firstFloor,
  '0002-search': search,
  '0003-event-order': eventOrder,
  '0004-exchange': exchange,
  '0005-order-exchange': orderExchange,
  '0006-pictures': pictures,
  '0007-integration': integration,
  '0008-used-variants': usedVariants,
  '0009-segments-and-endings': segmentsAndEndings,
  '0010-call-requests': callRequests,
  '0011-exchange-turn': exchangeTurn,
  '0012-exchange-staged': exchangeStaged,
  '0013-trade-changes': tradeChanges,
  '0014-order-parts': orderParts,
  '0015-publish-anew': publishAnew,
};

/** Brings the schema up to date. Safe to call from several gateways at once on PostgreSQL. */
export async function migrate(database: Database): Promise<void> {
  if (await hasEveryMigration(database)) return;
  const { error, results = [] } = await migratorOf(database).migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be migrated', { cause: error });
  // Over a full catalogue this takes longer than everything else at a start.
  if (results.length > 0) await sql`analyze`.execute(database.system);
}

/** Whether the schema is the one that this gateway was built for. */
export async function isMigrated(database: Database): Promise<boolean> {
  const known = await migratorOf(database).getMigrations();
  return known.every(({ executedAt }) => executedAt !== undefined);
}

/** Asks in two look-ups what the migrator finds out by reading the whole catalogue of the database. */
async function hasEveryMigration({ system }: Database): Promise<boolean> {
  const { rows: tables } = await sql<{
    name: string | null;
  }>`select to_regclass('kysely_migration')::text as name`.execute(system);
  if (tables[0]?.name == null) return false;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(system);
  const done = new Set(rows.map(({ name }) => name));
  return Object.keys(migrations).every((name) => done.has(name));
}

function migratorOf({ system }: Database): Migrator {
  return new Migrator({ db: system, provider: { getMigrations: () => Promise.resolve(migrations) } });
}
