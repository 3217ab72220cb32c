import type { ExchangeProblem, ExchangeRun, ExchangeRunFile, Page } from '@kontor/contract';
import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';
import { decodeCursor } from '../../http/cursor.js';
import { defaultPageSize, pageOf, type PageQuery } from '../../http/page.js';
import { ProblemError } from '../../problem-error.js';

type Db = Kysely<Tables>;

/** Runs, newest first. */
export async function listRuns(
  db: Db,
  {
    limit = defaultPageSize,
    after,
    channel,
    status,
  }: PageQuery & {
    channel?: ExchangeRun['channel'] | undefined;
    status?: ExchangeRun['status'] | undefined;
  },
): Promise<Page<ExchangeRun>> {
  const cursor = decodeCursor(after, ['instant', 'string']);
  let query = runs(db)
    .orderBy('started_at', 'desc')
    .orderBy('exchange_run.id', 'desc')
    .limit(limit + 1);
  if (channel !== undefined) query = query.where('channel', '=', channel);
  if (status !== undefined) query = query.where('status', '=', status);
  if (cursor)
    query = query.where(
      sql<boolean>`(started_at, exchange_run.id) < (${cursor[0]}, ${idOf(cursor[1])}::bigint)`,
    );
  return pageOf(await query.execute(), limit, runOf, (row) => [row.startedAt.toISOString(), String(row.id)]);
}

/**
 * A run with its files.
 * @throws ProblemError `not_found`
 */
export async function getRun(db: Db, id: string): Promise<{ run: ExchangeRun; files: ExchangeRunFile[] }> {
  const run = await requireRun(db, id);
  const files = await db
    .selectFrom('exchange_file')
    .selectAll()
    .where('run_id', '=', run.id)
    .orderBy('id')
    .limit(1000)
    .execute();
  return {
    run: runOf(run),
    files: files.map((file) => ({
      id: String(file.id),
      name: file.name,
      kind: file.kind,
      bytes: file.bytes,
      receivedAt: file.received_at.toISOString(),
      finishedAt: file.finished_at?.toISOString() ?? null,
      status: file.status,
      counts: file.counts,
      told: file.message,
      error: file.error,
    })),
  };
}

/**
 * Problems of a run in the order in which they were found.
 * @throws ProblemError `not_found`
 */
export async function listProblems(
  db: Db,
  runId: string,
  {
    limit = defaultPageSize,
    after,
    severity,
  }: PageQuery & { severity?: ExchangeProblem['severity'] | undefined },
): Promise<Page<ExchangeProblem>> {
  const run = await requireRun(db, runId);
  const cursor = decodeCursor(after, ['string']);
  let query = db
    .selectFrom('exchange_problem')
    .leftJoin('exchange_file', 'exchange_file.id', 'exchange_problem.file_id')
    .selectAll('exchange_problem')
    .select('exchange_file.name as file')
    .where('exchange_problem.run_id', '=', run.id)
    .orderBy('exchange_problem.id')
    .limit(limit + 1);
  if (severity !== undefined) query = query.where('severity', '=', severity);
  if (cursor) query = query.where(sql<boolean>`exchange_problem.id > ${idOf(cursor[0])}::bigint`);
  return pageOf(
    await query.execute(),
    limit,
    ({ id, severity: found, code, message, record_id, record_name, file, line }) => ({
      id: String(id),
      severity: found,
      code,
      message,
      recordId: record_id,
      recordName: record_name,
      file,
      line,
    }),
    (row) => [String(row.id)],
  );
}

function runs(db: Db) {
  return db
    .selectFrom('exchange_run')
    .select((select) => [
      'exchange_run.id as id',
      'channel',
      'kind',
      'started_at as startedAt',
      'finished_at as finishedAt',
      'status',
      'error',
      'summary',
      countOf(select.ref('exchange_run.id'), 'error').as('errors'),
      countOf(select.ref('exchange_run.id'), 'warning').as('warnings'),
    ]);
}

const countOf = (run: unknown, severity: string) =>
  sql<number>`(select count(*)::int from exchange_problem p where p.run_id = ${run} and p.severity = ${severity})`;

type RunRow = Awaited<ReturnType<ReturnType<typeof runs>['execute']>>[number];

async function requireRun(db: Db, id: string): Promise<RunRow> {
  const run = await runs(db)
    .where(sql<boolean>`exchange_run.id = ${idOf(id)}::bigint`)
    .executeTakeFirst();
  if (!run) throw new ProblemError('not_found');
  return run;
}

/** Ids of the journal are numbers; what is none belongs to nothing. */
const idOf = (id: string): string => (/^\d{1,18}$/.test(id) ? id : '0');

function runOf({ id, startedAt, finishedAt, summary, errors, warnings, ...run }: RunRow): ExchangeRun {
  return {
    id: String(id),
    channel: run.channel,
    kind: run.kind,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    status: run.status,
    error: run.error,
    counts: {
      ...(summary['changes'] as Record<string, number> | undefined),
      ...Object.fromEntries(
        ['orders', 'documents'].flatMap((kind) => {
          const count = summary[kind];
          return typeof count === 'number' ? [[kind, count]] : [];
        }),
      ),
    },
    problems: { errors, warnings },
  };
}
