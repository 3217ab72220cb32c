import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';

/**
 * Marks variants that a full package of offers left out, although it has others of their product. To be called when all parts
 * of the exchange are there: packages are cut anywhere.
 * @returns how many
 */
export async function markAbsentOffers(db: Kysely<Tables>, run: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with first as materialized (
      select min(id) as id, bool_or(is_full and status = 'done') as is_full from exchange_file where run_id = ${run}::bigint),
    marked as (
      update exchange_source o set is_absent = true, changed_in = first.id
      from first
      where first.is_full and o.kind = 'offer' and not o.is_absent and o.file_id < first.id and o.record <> '{}'
        and exists (
          select from exchange_source other
          where other.product_id = o.product_id and other.kind = 'offer' and other.file_id >= first.id)
      returning o.product_id),
    pending as (
      insert into exchange_pending (kind, id) select distinct 'product', product_id from marked on conflict do nothing)
    select count(*)::int as count from marked`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Why products were not marked: how many this exchange told of, and how many there are. */
export interface AbsenceRefused {
  readonly isRefused: true;
  readonly told: number;
  readonly known: number;
}

/** An exchange that tells of fewer products than this part of them was not a full one, whatever it says. */
const leastShare = 0.5;

/**
 * Marks products that a full exchange did not speak of. An exchange that speaks of less than half of them is taken for a
 * broken one, and nothing is marked.
 */
export async function markAbsentProducts(
  db: Kysely<Tables>,
  run: number,
): Promise<{ readonly isRefused: false; readonly marked: number } | AbsenceRefused> {
  const since = sql`(select min(id) from exchange_file where run_id = ${run}::bigint)`;
  const { rows: sums } = await sql<{ told: number; known: number }>`
    select count(*) filter (where file_id >= ${since})::int as told, count(*)::int as known
    from exchange_source where kind = 'product' and not is_absent`.execute(db);
  const { told, known } = sums[0] ?? { told: 0, known: 0 };
  if (told < known * leastShare) return { isRefused: true, told, known };
  const { rows } = await sql<{ count: number }>`
    with marked as (
      update exchange_source set is_absent = true
      where kind = 'product' and not is_absent and file_id < ${since}
      returning id),
    pending as (insert into exchange_pending (kind, id) select 'product', id from marked on conflict do nothing)
    select count(*)::int as count from marked`.execute(db);
  return { isRefused: false, marked: rows[0]?.count ?? 0 };
}
