import { sql, type Kysely } from 'kysely';

import type { Database } from '../../database/database.js';
import type { Tables } from '../../database/tables.js';

const channel = 'kontor_catalog';

/** Tells of which catalogue this process knows: answers that were kept for another revision are worth nothing. */
export interface CatalogRevision {
  /** The present revision; at most one query, and none while the catalogue rests. */
  current(): Promise<string>;
  /** The revision if it is known without a query. */
  known(): string | undefined;
  close(): Promise<void>;
}

export function createCatalogRevision(database: Database): CatalogRevision {
  let revision: string | undefined;
  let reading: Promise<string> | undefined;
  let changes = 0;
  // From the beginning: a LISTEN inside of somebody's transaction would end with it.
  const listening = database
    .listen(channel, () => {
      changes += 1;
      revision = undefined;
      reading = undefined;
    })
    .catch(() => undefined);

  async function read(): Promise<string> {
    const stop = await listening;
    const changesBefore = changes;
    const { revision: stored } = await database.system
      .selectFrom('catalog_revision')
      .select('revision')
      .executeTakeFirstOrThrow();
    // Nobody tells a deaf gateway of the next change: it has to look every time.
    if (stop && changes === changesBefore) revision = stored;
    return stored;
  }

  return {
    known: () => revision,
    async current() {
      if (revision !== undefined) return revision;
      const own = (reading ??= read());
      try {
        return await own;
      } finally {
        if (reading === own) reading = undefined;
      }
    },
    async close() {
      await (
        await listening
      )?.();
    },
  };
}

/**
 * Announces that the catalogue changed: every gateway drops the answers it keeps. To be called by whoever changed it, with
 * the transaction of the change.
 */
export async function bumpCatalog(db: Kysely<Tables>): Promise<void> {
  await sql`update catalog_revision set revision = gen_random_uuid()::text`.execute(db);
  await sql`select pg_notify(${channel}, '')`.execute(db);
}
