import { openAsBlob } from 'node:fs';

import { sql } from 'kysely';
import { inject } from 'vitest';

import type { Database } from '../src/database/database.js';
import { openEmbedded } from '../src/database/embedded.js';
import { openPostgres } from '../src/database/postgres.js';

/** Engine of this run of the suite. */
export const engine = process.env['KONTOR_TEST_ENGINE'] === 'postgres' ? 'postgres' : 'embedded';

/** A database of its own with the small demo supplier. */
export interface TestDatabase {
  database: Database;
  /** Connection string, on PostgreSQL. */
  url: string | null;
  /** Closes and drops it. */
  remove(): Promise<void>;
}

/** Copies the template: half a second embedded, a tenth on PostgreSQL. */
export async function createTestDatabase(): Promise<TestDatabase> {
  if (engine === 'embedded') {
    const database = await openEmbedded({ from: await openAsBlob(inject('embeddedTemplate')) });
    return { database, url: null, remove: () => database.close() };
  }
  const maintenanceUrl = inject('postgresUrl');
  if (maintenanceUrl === null) throw new Error('No PostgreSQL for this run');
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const maintenance = openPostgres({ connectionString: maintenanceUrl, max: 1 });
  await sql`create database ${sql.id(name)} template kontor_template`.execute(maintenance.system);
  const url = maintenanceUrl.replace('/postgres?', `/${name}?`);
  const database = openPostgres({ connectionString: url, max: 20 });
  return {
    database,
    url,
    async remove() {
      await database.close();
      await sql`drop database ${sql.id(name)} with (force)`.execute(maintenance.system);
      await maintenance.close();
    },
  };
}
