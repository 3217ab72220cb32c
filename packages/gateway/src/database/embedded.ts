import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';

import type { Database } from './database.js';
import type { Tables } from './tables.js';

/** Where an embedded database lives. */
export interface EmbeddedOptions {
  /** Folder; in memory when left out. */
  folder?: string;
  /** A dumped data folder to start from (see `dumpEmbedded`). */
  from?: Blob;
}

/** The embedded database and its whole state as one file. */
export interface EmbeddedDatabase extends Database {
  dump(): Promise<Blob>;
}

/**
 * Opens PostgreSQL inside this process (PGlite). One session: transactions wait for each other.
 * It runs without fsync: for development, demonstrations and tests.
 */
export async function openEmbedded(options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const lite = await PGlite.create({
    ...(options.folder === undefined ? {} : { dataDir: options.folder }),
    ...(options.from === undefined ? {} : { loadDataDir: options.from }),
    extensions: { pg_trgm },
    parsers,
    serializers: { 17: hexOf },
  });
  return {
    engine: 'embedded',
    system: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: turnTakingPool(lite) }) }),
    listen: (channel, callback) => lite.listen(channel, callback).then((stop) => () => stop()),
    close: () => lite.close(),
    dump: () => lite.dumpDataDir('none'),
  };
}

/** The same JavaScript types as the PostgreSQL driver gives (`postgres.ts`). */
const parsers: Record<number, (text: string) => unknown> = {
  20: Number,
  1082: (text) => text,
  1700: (text) => text,
};

/** Bytes as PostgreSQL writes them; the package's own way takes ten times as long, which a kept answer of 100 kB feels. */
function hexOf(bytes: Uint8Array): string {
  let text = '\\x';
  for (const byte of bytes) text += hexDigits[byte] ?? '';
  return text;
}

const hexDigits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** One connection for all: `connect` waits its turn, `release` passes it on. */
function turnTakingPool(lite: PGlite): PostgresPool {
  const waiting: (() => void)[] = [];
  let isTaken = false;
  const take = () =>
    new Promise<void>((resolve) => {
      if (isTaken) waiting.push(resolve);
      else {
        isTaken = true;
        resolve();
      }
    });
  const pass = () => {
    const next = waiting.shift();
    if (next) next();
    else isTaken = false;
  };
  return {
    async connect() {
      await take();
      let isReleased = false;
      const client = {
        async query(text: string, parameters: readonly unknown[]) {
          const result = await lite.query(text, [...parameters]);
          return {
            command: commandOf(text),
            rowCount: Math.max(result.affectedRows ?? 0, result.rows.length),
            rows: result.rows,
          };
        },
        release() {
          if (!isReleased) pass();
          isReleased = true;
        },
      };
      return client as unknown as PostgresPoolClient;
    },
    // The database itself is closed by its owner.
    end: () => Promise.resolve(),
  };
}

function commandOf(text: string): string {
  const command = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? '';
  return command === 'WITH' ? 'SELECT' : command;
}
