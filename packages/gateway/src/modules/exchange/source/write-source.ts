import { sql, type Kysely, type RawBuilder } from 'kysely';

import { json } from '../../../database/json.js';
import type { Tables } from '../../../database/tables.js';
import { takeTurnToTell } from '../turn.js';
import type { SourceRow } from './source-row.js';

/** A part of a file that waits, and whether the file tells everything there or changes only. */
export interface StagedPart {
  readonly file: number;
  readonly part: number;
  readonly isFull: boolean;
}

/** Puts rows aside until their file is known to be whole. */
export async function stageSource(
  db: Kysely<Tables>,
  { file, part }: Pick<StagedPart, 'file' | 'part'>,
  rows: readonly SourceRow[],
): Promise<void> {
  await sql`
    insert into exchange_staged (file_id, part, kind, id, product_id, record, prices, rests)
    select ${file}::bigint, ${part}::int, r.*
    from json_to_recordset(${json(withoutRepeats(rows))}::json)
      as r (kind text, id text, product_id text, record jsonb, prices jsonb, rests jsonb)`.execute(db);
}

/**
 * Keeps staged rows as the last word of 1C; what really changed waits to be published. Rows of changes are laid over what was told
 * before, those of everything take its place; what a row does not speak of stays.
 */
export async function writeSource(db: Kysely<Tables>, { file, part, isFull }: StagedPart): Promise<void> {
  await takeTurnToTell(db);
  const record = withValuesOfBoth(
    withWordsOfCatalogue(
      isFull
        ? sql`case when excluded.record = '{}' then s.record else excluded.record end`
        : sql`(s.record - 'isMadeOfVariant') || excluded.record`,
    ),
  );
  const prices = isFull
    ? sql`coalesce(excluded.prices, s.prices)`
    : sql`coalesce(s.prices || excluded.prices, excluded.prices, s.prices)`;
  const rests = isFull
    ? sql`coalesce(excluded.rests, s.rests)`
    : sql`coalesce(s.rests || excluded.rests, excluded.rests, s.rests)`;
  await sql`
    with told as (
      insert into exchange_source as s (kind, id, product_id, record, prices, rests, file_id, changed_in)
      select kind, id, product_id, record, prices, rests, file_id, file_id
      from exchange_staged where file_id = ${file}::bigint and part = ${part}
      on conflict (kind, id) do update set
        record = ${record}, prices = ${prices}, rests = ${rests}, file_id = excluded.file_id, is_absent = false,
        changed_in = case
          when s.is_absent or (s.record, s.prices, s.rests) is distinct from (${record}, ${prices}, ${rests})
          then excluded.file_id else s.changed_in end
      -- A living row beats a deleted one of the same id in the same file, and a product one that is made of a variant.
      where not (s.file_id = excluded.file_id and excluded.record @> '{"isDeleted":true}' and not s.record @> '{"isDeleted":true}')
        and not (excluded.record ? 'isMadeOfVariant' and not s.record ? 'isMadeOfVariant')
      returning kind, id, product_id, changed_in)
    insert into exchange_pending (kind, id)
    select distinct case when product_id is null then kind else 'product' end, coalesce(product_id, id)
    from told where changed_in = ${file}::bigint
    on conflict do nothing`.execute(db);
  await sql`delete from exchange_staged where file_id = ${file}::bigint and part = ${part}`.execute(db);
}

/** Forgets what was staged of a file, and of files that nobody reads any more. */
export async function forgetStaged(db: Kysely<Tables>, file: number): Promise<void> {
  await sql`
    delete from exchange_staged
    where file_id = ${file}::bigint or file_id not in (select id from exchange_file where status = 'reading')`.execute(
    db,
  );
}

/**
 * Gives the room back when nothing is staged any more: nobody tidies up after the embedded database, and a full exchange stages
 * a hundred megabytes. Does nothing where another file is being staged.
 */
export async function giveStagedRoomBack(db: Kysely<Tables>): Promise<void> {
  // Inside of somebody's transaction the table would stay locked for the others until that ends.
  if (db.isTransaction) return;
  await sql`do $$ begin
    lock table exchange_staged in access exclusive mode nowait;
    if not exists (select from exchange_staged) then truncate exchange_staged; end if;
  exception when lock_not_available then null;
  end $$`.execute(db);
}

/** Variants are told of by catalogues and by offers: neither takes away what the other one says. */
function withWordsOfCatalogue(record: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case
    when excluded.record ? 'ofCatalogue' then (s.record - 'isDeleted') || excluded.record
    when s.record ? 'ofCatalogue' then ${record} || jsonb_build_object('ofCatalogue', s.record->'ofCatalogue')
    else ${record} end`;
}

/**
 * A file lists of a property with a list of values those that its own goods have: what other files listed still stands for the
 * values of other goods.
 */
function withValuesOfBoth(record: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case
    when excluded.kind = 'property' and excluded.record ? 'variants' and s.record ? 'variants'
    then jsonb_set(${record}, '{variants}', (
      select coalesce(jsonb_agg(each order by coalesce(each->>'id', each->>'value')), '[]') from (
        select distinct on (coalesce(each->>'id', each->>'value')) each from (
          select each, 1 as age from jsonb_array_elements(excluded.record->'variants') each
          union all select each, 2 from jsonb_array_elements(s.record->'variants') each) listed
        order by coalesce(each->>'id', each->>'value'), age) last_words))
    else ${record} end`;
}

/** One row per record: a living one beats a deleted one, a real one beats a guess, otherwise the last one counts. */
function withoutRepeats(rows: readonly SourceRow[]): object[] {
  const chosen = new Map<string, SourceRow>();
  for (const row of rows) {
    const key = `${row.kind} ${row.id}`;
    const former = chosen.get(key);
    if (former && row.isDeleted && !former.isDeleted) continue;
    if (former && 'isMadeOfVariant' in row.record && !('isMadeOfVariant' in former.record)) continue;
    chosen.set(
      key,
      former ? { ...row, prices: row.prices ?? former.prices, rests: row.rests ?? former.rests } : row,
    );
  }
  return [...chosen.values()].map(({ kind, id, productId, record, prices, rests }) => ({
    kind,
    id,
    product_id: productId ?? null,
    record,
    prices: prices ?? null,
    rests: rests ?? null,
  }));
}
