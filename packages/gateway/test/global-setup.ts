import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { openEmbedded } from '../src/database/embedded.js';
import { migrate } from '../src/database/migrate.js';
import { openPostgres } from '../src/database/postgres.js';
import { loadDemo } from '../src/demo/load-demo.js';
import { createPasswords } from '../src/node/passwords.js';
import { findPostgres, startPostgres } from './postgres-server.js';
import { testCost, testTime } from './test-time.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** File with the dumped embedded database, the small demo supplier in it. */
    embeddedTemplate: string;
    /** Connection string of the PostgreSQL server's maintenance database; null without a server. */
    postgresUrl: string | null;
  }
}

/** Fills one template per engine; every test file starts from a copy of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-test-'));
  const demo = { size: 'small', now: testTime, passwords: createPasswords(testCost) } as const;

  const embedded = await openEmbedded();
  await migrate(embedded);
  await loadDemo(embedded, demo);
  const template = join(folder, 'embedded.tar');
  await writeFile(template, new Uint8Array(await (await embedded.dump()).arrayBuffer()));
  await embedded.close();
  project.provide('embeddedTemplate', template);

  const bin = findPostgres();
  if (bin === undefined)
    process.stderr.write('\n!!! PostgreSQL was not found: its half of the gateway tests is SKIPPED !!!\n\n');
  const server = bin === undefined ? undefined : await startPostgres(bin);
  if (server) {
    const maintenance = openPostgres({ connectionString: server.url('postgres'), max: 1 });
    await createDatabase(maintenance, 'kontor_template');
    const postgres = openPostgres({ connectionString: server.url('kontor_template') });
    await migrate(postgres);
    await loadDemo(postgres, demo);
    await postgres.close();
    await maintenance.close();
  }
  project.provide('postgresUrl', server?.url('postgres') ?? null);

  return async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function createDatabase(maintenance: ReturnType<typeof openPostgres>, name: string): Promise<void> {
  const { sql } = await import('kysely');
  await sql`create database ${sql.id(name)}`.execute(maintenance.system);
}
