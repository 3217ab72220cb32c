import type { Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import { newId } from '../../../identifiers.js';

/** The seller that warehouses and companies of 1C belong to: the first one, made when there is none. */
export async function ensureSeller(db: Kysely<Tables>, name: string): Promise<string> {
  const found = await db.selectFrom('seller').select('id').orderBy('id').limit(1).executeTakeFirst();
  if (found) return found.id;
  const id = newId('sel');
  await db.insertInto('seller').values({ id, external_id: null, name }).execute();
  return id;
}
