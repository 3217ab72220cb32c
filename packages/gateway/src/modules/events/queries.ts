import type { ShopEvent } from '@kontor/contract';
import type { Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';
import type { MemberScope } from '../../scope.js';

/** An event as it is stored, with whom it is for. */
export interface StoredEvent {
  seq: number;
  at: Date;
  payload: Omit<ShopEvent, 'id' | 'at'>;
  about: 'order' | 'document' | null;
  memberId: string | null;
}

/** Events of the caller's company for everybody or for the caller, after a place in the stream, in order. */
export async function findEventsAfter(
  { db, caller }: MemberScope,
  after: number,
  limit: number,
): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('event')
    .select(['seq', 'at', 'payload', 'about', 'member_id as memberId'])
    .where('company_id', '=', caller.context.companyId)
    .where('seq', '>', after)
    .where((where) => where.or([where('person_id', 'is', null), where('person_id', '=', caller.person.id)]))
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows as StoredEvent[];
}

/** The last place that was given, of all companies. */
export async function findLastPlace(system: Kysely<Tables>): Promise<number> {
  const row = await system
    .selectFrom('event')
    .select((select) => select.fn.max('seq').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
}

export async function deleteEventsBefore(system: Kysely<Tables>, moment: Date): Promise<void> {
  await system.deleteFrom('event').where('at', '<', moment).execute();
}
