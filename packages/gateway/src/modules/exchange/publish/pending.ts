import { sql, type Kysely, type RawBuilder } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import type { SourceKind } from '../source/source-row.js';

/** A record of 1C that has not been published as it is now. */
export interface PendingRecord<Told> {
  readonly id: string;
  readonly isAbsent: boolean;
  readonly record: Partial<Told>;
}

/** Records of a dictionary that wait to be published. */
export async function findPending<Told>(
  db: Kysely<Tables>,
  kind: Exclude<SourceKind, 'offer' | 'product'>,
): Promise<PendingRecord<Told>[]> {
  const rows = await db
    .selectFrom('exchange_pending')
    .innerJoin('exchange_source', (join) =>
      join
        .onRef('exchange_source.kind', '=', 'exchange_pending.kind')
        .onRef('exchange_source.id', '=', 'exchange_pending.id'),
    )
    .select(['exchange_source.id as id', 'is_absent as isAbsent', 'record'])
    .where('exchange_pending.kind', '=', kind)
    .orderBy('exchange_source.id')
    .execute();
  return rows.map(({ record, ...row }) => ({ ...row, record: record as Partial<Told> }));
}

/** Products that wait to be published, in the order of their ids. */
export async function nextProducts(db: Kysely<Tables>, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('exchange_pending')
    .select('id')
    .where('kind', '=', 'product')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** How many products wait. */
export async function countPending(db: Kysely<Tables>): Promise<number> {
  const { count } = await db
    .selectFrom('exchange_pending')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('kind', '=', 'product')
    .executeTakeFirstOrThrow();
  return count;
}

/** Says that records are published. */
export async function settle(
  db: Kysely<Tables>,
  kind: Exclude<SourceKind, 'offer'> | 'analogues',
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from exchange_pending where kind = ${kind} and id = any(${[...ids]}::text[])`.execute(db);
}

/** Says of products that they have to be published anew; `found` selects their ids. */
export async function unsettleProducts(db: Kysely<Tables>, found: RawBuilder<unknown>): Promise<void> {
  await sql`insert into exchange_pending (kind, id) select distinct 'product', product_id from (${found}) as found (product_id)
    where product_id is not null on conflict do nothing`.execute(db);
}
