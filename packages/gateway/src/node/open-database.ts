import { join } from 'node:path';

import type { Database } from '../database/database.js';
import { openEmbedded } from '../database/embedded.js';
import { openPostgres } from '../database/postgres.js';
import type { Log } from '../ports.js';
import type { Environment } from './environment.js';
import { lockFolder } from './folder-lock.js';

/** A database that the environment names. */
export interface OpenedDatabase {
  readonly database: Database;
  /** Closes it and gives the folder free. */
  readonly close: () => Promise<void>;
}

/**
 * Opens PostgreSQL where `DATABASE_URL` says so, else the embedded database of the folder.
 * @throws FolderInUseError when another process has the folder
 */
export async function openDatabase(environment: Environment, log: Log): Promise<OpenedDatabase> {
  return environment.DATABASE_URL === undefined
    ? openFolder(environment)
    : openServer(environment.DATABASE_URL, log);
}

async function openFolder(environment: Environment): Promise<OpenedDatabase> {
  if (environment.NODE_ENV === 'production' && !environment.KONTOR_EMBEDDED_IN_PRODUCTION) {
    throw new Error(
      'The embedded database is for development and demonstrations. Set DATABASE_URL, or KONTOR_EMBEDDED_IN_PRODUCTION=true.',
    );
  }
  const lock = await lockFolder(environment.KONTOR_FOLDER);
  try {
    const database = await openEmbedded({ folder: join(environment.KONTOR_FOLDER, 'database') });
    return {
      database,
      async close() {
        await database.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function openServer(connectionString: string, log: Log): OpenedDatabase {
  const database = openPostgres({
    connectionString,
    onIdleError: (error) => {
      log.warn({ error }, 'database connection lost');
    },
  });
  return { database, close: () => database.close() };
}
