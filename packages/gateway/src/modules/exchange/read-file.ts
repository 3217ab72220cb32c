import { CommerceMLError, readCommerceML, type ByteSource, type CommerceMLRecord } from '@kontor/commerceml';
import type { Kysely } from 'kysely';

import { inTransaction } from '../../database/in-transaction.js';
import { json } from '../../database/json.js';
import type { Tables } from '../../database/tables.js';
import { problemsKept, writeProblems, type JournalProblem } from './journal.js';
import { sourceRowsOf, type SourceRow } from './source/source-row.js';
import { writeSource } from './source/write-source.js';

/** A file of 1C. */
export interface ExchangeFile {
  readonly name: string;
  readonly bytes: ByteSource;
}

/** What was in a file. */
export interface ReadFile {
  readonly id: number;
  readonly name: string;
  /** Undefined when the file was refused as a whole. */
  readonly kind: string | undefined;
  readonly counts: Readonly<Record<string, number>>;
  /** Orders, invoices and other documents of it. */
  /** It says of itself that it tells of all goods. */
  readonly hasAllGoods: boolean;
  readonly documents: readonly Extract<CommerceMLRecord, { type: 'document' }>[];
  readonly problems: number;
  readonly error: string | undefined;
}

export interface ReadFileOptions {
  readonly now: Date;
  readonly run: number;
  /** The file's place in the journal, where it has one already; read again, it tells the same. */
  readonly file?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Writes down that a file has come. */
export async function noteFile(
  db: Kysely<Tables>,
  {
    run,
    name,
    now,
    inbox,
  }: { run: number; name: string; now: Date; inbox?: { session: string; path: string } },
): Promise<number> {
  const { id } = await db
    .insertInto('exchange_file')
    .values({
      run_id: run,
      name,
      kind: null,
      bytes: null,
      status: inbox ? 'received' : 'reading',
      session_id: inbox?.session ?? null,
      inbox_path: inbox?.path ?? null,
      locked_until: null,
      message: null,
      received_at: now,
      finished_at: null,
      error: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Records that are kept at once. */
const rowsAtOnce = 1000;

/**
 * Keeps everything that a file tells; buyers see none of it before it is published. A row with a problem is skipped and told
 * in the journal, a file that is broken as a whole is refused.
 */
export async function readExchangeFile(
  db: Kysely<Tables>,
  { name, bytes }: ExchangeFile,
  { now, run, file, signal }: ReadFileOptions,
): Promise<ReadFile> {
  const id = file ?? (await noteFile(db, { run, name, now }));
  const problems: JournalProblem[] = [];
  const documents: Extract<CommerceMLRecord, { type: 'document' }>[] = [];
  const end = {
    kind: undefined as string | undefined,
    counts: {} as Readonly<Record<string, number>>,
    bytes: 0,
  };
  let found = 0;
  let isFull = false;
  let hasFullOffers = false;
  let hasAllGoods = false;
  let rows: SourceRow[] = [];
  const flush = async (): Promise<void> => {
    const batch = rows;
    rows = [];
    await inTransaction(db, (transaction) => writeSource(transaction, { id, isFull }, batch));
  };
  let error: string | undefined;
  try {
    for await (const record of readCommerceML(bytes, signal ? { signal } : {})) {
      if (record.type === 'problem') {
        found += 1;
        if (problems.length < problemsKept) problems.push({ ...record, recordId: record.id });
      } else if (isContainer(record)) {
        await flush();
        isFull = record.onlyChanges === false;
        if (record.type === 'offersPackage' && isFull && !record.isChangeSet) hasFullOffers = true;
        if (record.type === 'catalogue' && isFull) hasAllGoods = true;
      } else if (record.type === 'document') documents.push(record);
      else if (record.type === 'end') Object.assign(end, record);
      else {
        rows.push(...sourceRowsOf(record));
        if (rows.length >= rowsAtOnce) await flush();
      }
    }
    await flush();
  } catch (thrown) {
    if (!(thrown instanceof CommerceMLError)) throw thrown;
    error = thrown.message;
    problems.push({ severity: 'error', code: thrown.code, message: thrown.message, line: thrown.line });
    found += 1;
  }
  await writeProblems(db, run, id, problems);
  await db
    .updateTable('exchange_file')
    .set({
      kind: error === undefined ? (end.kind ?? null) : null,
      bytes: end.bytes,
      is_full: hasFullOffers && end.kind === 'offers',
      has_all_goods: hasAllGoods && error === undefined,
      counts: json(end.counts),
      // A file of the inbox is done when it is published.
      ...(file !== undefined && error === undefined
        ? {}
        : { status: error === undefined ? 'done' : 'failed', finished_at: now }),
      error: error ?? null,
    })
    .where('id', '=', id)
    .execute();
  return { id, name, kind: end.kind, counts: end.counts, hasAllGoods, documents, problems: found, error };
}

type Container = Extract<
  CommerceMLRecord,
  { type: 'catalogue' | 'classifier' | 'counterparties' | 'offersPackage' }
>;

function isContainer(record: CommerceMLRecord): record is Container {
  return ['catalogue', 'classifier', 'counterparties', 'offersPackage'].includes(record.type);
}
