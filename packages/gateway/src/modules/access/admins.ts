import type { Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';

/** Where the supplier's admins read letters. */
export function findAdmins(db: Kysely<Tables>): Promise<{ to: string; locale: string }[]> {
  return db
    .selectFrom('person')
    .select(['email as to', 'locale'])
    .where('staff_role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .execute();
}
