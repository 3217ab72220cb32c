import type { Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';

/** Documents that wait to be rendered, for monitoring. */
export async function countPendingDocuments(system: Kysely<Tables>): Promise<number> {
  const { pending } = await system
    .selectFrom('document')
    .select((select) => select.fn.countAll<number>().as('pending'))
    .where('status', '=', 'pending')
    .executeTakeFirstOrThrow();
  return pending;
}
