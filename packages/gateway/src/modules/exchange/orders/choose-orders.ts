import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';

/** Offers and confirmations of one shop come one after the other, also from several gateways. Lasts as long as the transaction. */
export async function lockOffers(db: Kysely<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('kontor_order_exchange'))`.execute(db);
}

/** Takes back what other sessions offered and nobody confirmed. */
export async function takeBackOffers(db: Kysely<Tables>, session: string): Promise<void> {
  await db
    .updateTable('order_exchange')
    .set({ offered_session: null, offered_batch: null, offered_revision: null })
    .where('offered_session', 'is not', null)
    .where('offered_session', '<>', session)
    .execute();
}

/** Takes orders out of what was offered. */
export async function withdrawOffers(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('order_exchange')
    .set({ offered_session: null, offered_batch: null, offered_revision: null })
    .where('order_id', 'in', [...ids])
    .execute();
}

/** Orders that a batch was given already. */
export async function findOffered(db: Kysely<Tables>, session: string, batch: number): Promise<string[]> {
  const rows = await db
    .selectFrom('order_exchange')
    .select('order_id as id')
    .where('offered_session', '=', session)
    .where('offered_batch', '=', batch)
    .execute();
  return rows.map(({ id }) => id);
}

/** Why an order cannot be sent as it is. 1C would make goods of its own of lines whose ids it doesn't know. */
export type HoldReason = 'no_price' | 'sums_differ' | 'unknown_goods';

/** An order that 1C doesn't have in its present revision. */
export interface WaitingOrder {
  readonly id: string;
  readonly number: string;
  /** Grows with each change in the shop. */
  readonly revision: number;
  /** Undefined for those that can be sent. */
  readonly problem: HoldReason | undefined;
}

/**
 * Orders that wait and are not offered, oldest first: at most `limit` that can be sent, and those that newly can't be.
 * Orders that were born in 1C are never among them.
 */
export async function findWaiting(
  db: Kysely<Tables>,
  { limit, since }: { limit: number; since: Date | null },
): Promise<WaitingOrder[]> {
  const { rows } = await sql<{ id: string; number: string; revision: number; problem: HoldReason | null }>`
    with waiting as (
      select o.id, o.number, o.placed_at, o.vat_sums, changed.revision, x.problem as known
      from orders o
      join (select order_id, max(id) as revision from order_event where not is_from_1c group by order_id) changed
        on changed.order_id = o.id
      left join order_exchange x on x.order_id = o.id
      where o.provenance <> 'erp' and o.placed_at >= ${since?.toISOString() ?? '-infinity'}::timestamptz
        and changed.revision > coalesce(x.exported_revision, 0) and x.offered_session is null),
    judged as (
      select w.id, w.number, w.placed_at, w.revision, w.known, case
          when lines.has_unknown then 'unknown_goods'
          when lines.has_unpriced then 'no_price'
          when lines.total is distinct from sums.total then 'sums_differ' end as problem
      from waiting w
      cross join lateral (
        select bool_or(v.external_id is null) as has_unknown, bool_or(l.unit_price is null or l.net is null or l.vat is null)
            as has_unpriced, sum(l.net + l.vat) as total
        from order_line l left join variant v on v.id = l.variant_id where l.order_id = w.id) lines
      cross join lateral (
        select sum((value->>'net')::numeric + (value->>'vat')::numeric) as total from jsonb_each(w.vat_sums)) sums),
    ranked as (
      select *, row_number() over (partition by problem is null order by placed_at, id) as place from judged)
    select id, number, revision, problem from ranked
    where case when problem is null then place <= ${limit} else problem is distinct from known end
    order by placed_at, id`.execute(db);
  return rows.map(({ problem, ...order }) => ({ ...order, problem: problem ?? undefined }));
}
