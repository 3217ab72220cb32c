import type { ShopEvent } from '@kontor/contract';
import type { Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';
import type { MemberScope } from '../../scope.js';

/** An event as it is stored, with whom it is for. */
export interface StoredEvent {
  seq: number;
  at: Date;
  payload: Omit<ShopEvent, 'id' | 'at'>;
  about: 'order' | 'document' | 'prices' | 'stock' | null;
  memberId: string | null;
}

/**
 * Events of the caller's company for everybody or for the caller, and what changed for all buyers, after a place in the stream,
 * in order. As many as the limit, or more: there may be others.
 */
export async function findEventsAfter(
  scope: MemberScope,
  after: number,
  limit: number,
): Promise<StoredEvent[]> {
  const own = await findOwn(scope, after, limit);
  const last = own.length < limit ? Infinity : (own.at(-1)?.seq ?? 0);
  const changes = (await findTradeChanges(scope, after)).filter(({ seq }) => seq < last);
  return changes.length === 0 ? own : [...own, ...changes].sort((left, right) => left.seq - right.seq);
}

async function findTradeChanges({ db }: MemberScope, after: number): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom('trade_change')
    .select(['type', 'seq', 'at'])
    .where('seq', '>', after)
    .execute();
  return rows.map(({ type, seq, at }) => ({
    seq,
    at,
    payload: { type },
    about: type === 'prices.changed' ? 'prices' : 'stock',
    memberId: null,
  }));
}

async function findOwn({ db, caller }: MemberScope, after: number, limit: number): Promise<StoredEvent[]> {
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
  const { event, change } = await system
    .selectNoFrom((select) => [
      select
        .selectFrom('event')
        .select((of) => of.fn.max('seq').as('last'))
        .as('event'),
      select
        .selectFrom('trade_change')
        .select((of) => of.fn.max('seq').as('last'))
        .as('change'),
    ])
    .executeTakeFirstOrThrow();
  return Math.max(event ?? 0, change ?? 0);
}

export async function deleteEventsBefore(system: Kysely<Tables>, moment: Date): Promise<void> {
  await system.deleteFrom('event').where('at', '<', moment).execute();
}
