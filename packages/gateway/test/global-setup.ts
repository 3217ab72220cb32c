import type { TestProject } from 'vitest/node';

import { openEmbedded } from '../src/database/embedded.js';
import { migrate } from '../src/database/migrate.js';
import { openPostgres } from '../src/database/postgres.js';
import { loadDemo } from '../src/demo/load-demo.js';
import { createPasswords } from '../src/node/passwords.js';
import { findPostgres, startPostgres, type PostgresServer } from './postgres-server.js';
import { cachedTemplate, templateKey } from './template-cache.js';
import { testCost, testTime } from './test-time.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** File with the dumped embedded database, the small demo supplier in it. */
    embeddedTemplate: string;
    /** Connection string of the PostgreSQL server's maintenance database; null without a server. */
    postgresUrl: string | null;
  }
}

/** Fills one template per engine; every test file starts from a copy of it. Templates are kept while their sources stay. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const key = templateKey();
  project.provide('embeddedTemplate', await cachedTemplate('embedded', key, fillEmbedded));

  const bin = process.env['KONTOR_TEST_ENGINE'] === 'embedded' ? undefined : findPostgres();
  if (bin === undefined && process.env['KONTOR_TEST_ENGINE'] !== 'embedded') {
    process.stderr.write('\n!!! PostgreSQL was not found: its half of the gateway tests is SKIPPED !!!\n\n');
  }
  const server = bin === undefined ? undefined : await startPostgres(bin);
  if (server) {
    const filled = await cachedTemplate('postgres', key, () => fillPostgres(server));
    await server.restore('kontor_template', filled);
  }
  project.provide('postgresUrl', server?.url('postgres') ?? null);
  return async () => {
    await server?.stop();
  };
}

const demo = () => ({ size: 'small', now: testTime, passwords: createPasswords(testCost) }) as const;

async function fillEmbedded(): Promise<Uint8Array> {
  const database = await openEmbedded();
  await migrate(database);
  await loadDemo(database, demo());
  const dump = new Uint8Array(await (await database.dump()).arrayBuffer());
  await database.close();
  return dump;
}

async function fillPostgres(server: PostgresServer): Promise<Uint8Array> {
  await server.create('kontor_filled');
  const database = openPostgres({ connectionString: server.url('kontor_filled') });
  await migrate(database);
  await loadDemo(database, demo());
  await database.close();
  return server.dump('kontor_filled');
}
