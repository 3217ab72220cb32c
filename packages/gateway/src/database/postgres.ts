import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

import type { Database } from './database.js';
import type { Tables } from './tables.js';

/** How to reach PostgreSQL. */
export interface PostgresOptions {
  connectionString: string;
  /** Connections of this process. @default 10 */
  max?: number;
  /** Called for errors of idle connections, for example when the server restarts. */
  onIdleError?: (error: Error) => void;
}

/** Connects to PostgreSQL 15 or newer. */
export function openPostgres({ connectionString, max = 10, onIdleError }: PostgresOptions): Database {
  const pool = new pg.Pool({
    connectionString,
    max,
    types,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
  });
  pool.on('error', (error) => onIdleError?.(error));
  return {
    engine: 'postgres',
    system: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    listen: (channel, callback) => listen(connectionString, channel, callback, onIdleError),
    close: () => pool.end(),
  };
}

/** bigint as number (our counters stay below 2^53), date as text: a calendar date has no zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === 20) return Number;
    if (oid === 1082) return (text: string) => text;
    return pg.types.getTypeParser(oid, format) as (text: string) => unknown;
  },
};

/** A connection of its own that comes back when the server restarts. */
async function listen(
  connectionString: string,
  channel: string,
  callback: (payload: string) => void,
  onError?: (error: Error) => void,
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let isStopped = false;
  let retry: NodeJS.Timeout | undefined;
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString, keepAlive: true });
    next.on('error', (error) => {
      onError?.(error);
      reconnect();
    });
    next.on('end', reconnect);
    next.on('notification', (message) => {
      if (message.channel === channel) callback(message.payload ?? '');
    });
    await next.connect();
    await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    client = next;
  };
  const reconnect = (): void => {
    if (isStopped || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      // What was missed meanwhile is read from the event table on the next callback.
      connect().then(() => {
        callback('');
      }, reconnect);
    }, 500);
    retry.unref();
  };
  await connect();
  return async () => {
    isStopped = true;
    clearTimeout(retry);
    await client?.end();
  };
}
