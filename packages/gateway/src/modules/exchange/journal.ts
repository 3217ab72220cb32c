import type { ExchangeProblemCode } from '@kontor/contract';
import { sql, type Kysely } from 'kysely';

import { json } from '../../database/json.js';
import type { Tables } from '../../database/tables.js';

/** Something that staff should know of a run, with the place where it was found. */
export interface JournalProblem {
  readonly severity: 'error' | 'warning' | 'info';
  readonly code: ExchangeProblemCode;
  /** One English sentence with the details. */
  readonly message: string;
  readonly recordId?: string | undefined;
  readonly recordName?: string | undefined;
  readonly path?: string | undefined;
  readonly line?: number | undefined;
}

/** Problems of one file or publication that are kept; the sums tell of all. */
export const problemsKept = 1000;

/** Begins a run: everything that one exchange with 1C does. */
export async function beginRun(
  db: Kysely<Tables>,
  { channel, kind, now }: { channel: Tables['exchange_run']['channel']; kind: string; now: Date },
): Promise<number> {
  const { id } = await db
    .insertInto('exchange_run')
    .values({ channel, kind, started_at: now, finished_at: null, status: 'running', error: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Ends a run with what came of it. */
export async function endRun(
  db: Kysely<Tables>,
  id: number,
  { now, error, summary }: { now: Date; error?: string | undefined; summary: Record<string, unknown> },
): Promise<void> {
  await db
    .updateTable('exchange_run')
    .set({
      finished_at: now,
      status: error === undefined ? 'done' : 'failed',
      error: error ?? null,
      // What was noted while it ran stays.
      summary: sql`summary || ${json(summary)}::jsonb`,
    })
    .where('id', '=', id)
    .execute();
}

/** Adds to what a run did beside rows of the shop: orders that 1C took, documents of 1C that changed something. */
export async function countInRun(
  db: Kysely<Tables>,
  run: number,
  kind: 'documents' | 'orders',
  count: number,
): Promise<void> {
  if (count === 0) return;
  await sql`
    update exchange_run set summary = summary ||
      jsonb_build_object(${kind}::text, coalesce((summary->>${kind}::text)::int, 0) + ${count}::int)
    where id = ${run}`.execute(db);
}

export async function writeProblems(
  db: Kysely<Tables>,
  run: number,
  file: number | null,
  problems: readonly JournalProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  const rows = problems.map(({ recordId, recordName, path, line, severity, code, message }) => ({
    severity,
    code,
    message: message.slice(0, 1000),
    record_id: recordId ?? null,
    record_name: recordName ?? null,
    path: path ?? null,
    line: line ?? null,
  }));
  await sql`
    insert into exchange_problem (run_id, file_id, severity, code, message, record_id, record_name, path, line)
    select ${run}::bigint, ${file}::bigint, r.*
    from json_to_recordset(${json(rows)}::json)
      as r (severity text, code text, message text, record_id text, record_name text, path text, line int)`.execute(
    db,
  );
}

/** How long the journal goes back, in milliseconds. */
const remembered = 90 * 86_400_000;

/** Forgets old runs with everything of them. */
export async function forgetRuns(db: Kysely<Tables>, now: Date): Promise<void> {
  await db
    .deleteFrom('exchange_run')
    .where('started_at', '<', new Date(now.getTime() - remembered))
    .execute();
}
