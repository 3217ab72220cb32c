import type { Kysely } from 'kysely';

import type { Tables } from './tables.js';

/** A database that the gateway runs on; the same SQL on both engines. */
export interface Database {
  readonly engine: 'embedded' | 'postgres';
  /** Unscoped access, for jobs and for the code that finds out who is calling. Requests use a `Scope`. */
  readonly system: Kysely<Tables>;
  /** Calls back on every `NOTIFY channel`, also of other gateways on the same PostgreSQL. */
  listen(channel: string, callback: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
