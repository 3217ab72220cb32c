import { CommerceMLError, readCommerceML, type ByteSource, type CommerceMLRecord } from '@kontor/commerceml';
import type { Kysely } from 'kysely';

import { json } from '../../database/json.js';
import type { Tables } from '../../database/tables.js';
import { alone, type Pace } from './pace.js';
import { problemsKept, writeProblems, type JournalProblem } from './journal.js';
import { addTold, type ToldOf } from './source/told-of.js';
import { sourceRowsOf } from './source/source-row.js';
import { createStaging, type Staging } from './source/staging.js';

/** A file of 1C. */
export interface ExchangeFile {
  readonly name: string;
  /** Its bytes from the beginning. */
  readonly open: () => ByteSource | Promise<ByteSource>;
}

/** What was in a file. */
export interface ReadFile {
  readonly id: number;
  readonly name: string;
  /** Undefined when the file was refused as a whole. */
  readonly kind: string | undefined;
  readonly counts: Readonly<Record<string, number>>;
  /** It says of itself that it tells of all goods. */
  readonly hasAllGoods: boolean;
  /** Price types and warehouses that it speaks of, by declaring them or by a price or stock. */
  readonly told: ToldOf;
  /** Orders, invoices and other documents of it. */
  readonly documents: readonly Extract<CommerceMLRecord, { type: 'document' }>[];
  readonly problems: number;
  readonly error: string | undefined;
}

export interface ReadFileOptions {
  readonly now: Date;
  readonly run: number;
  /** The file's place in the journal, where it has one already; read again, it tells the same. */
  readonly file?: number | undefined;
  /** @default alone */
  readonly pace?: Pace | undefined;
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

/**
 * Keeps everything that a file tells; buyers see none of it before it is published. A row with a problem is skipped and told
 * in the journal. It is staged while it is read, until it is known to be whole: of one that is not, nothing is kept.
 */
export async function readExchangeFile(
  db: Kysely<Tables>,
  { name, open }: ExchangeFile,
  { now, run, file, pace = alone, signal }: ReadFileOptions,
): Promise<ReadFile> {
  const id = file ?? (await noteFile(db, { run, name, now }));
  const staging = await createStaging(db, id, pace);
  const { told, documents, problems, found, end, error, hasAllGoods, hasFullOffers } = await survey(
    readCommerceML(await open(), signal ? { signal } : {}),
    staging,
  ).catch(async (thrown: unknown) => {
    await staging.forget().catch(() => undefined);
    throw thrown;
  });
  // A gateway that died may have told them already.
  await db.deleteFrom('exchange_problem').where('file_id', '=', id).execute();
  await writeProblems(db, run, id, problems);
  await (error === undefined ? staging.keep() : staging.forget());
  await db
    .updateTable('exchange_file')
    .set({
      kind: end?.kind ?? null,
      bytes: end?.bytes ?? null,
      is_full: hasFullOffers && end?.kind === 'offers',
      has_all_goods: hasAllGoods && error === undefined,
      counts: json(end?.counts ?? {}),
      // A file of the inbox is done when it is published.
      ...(file !== undefined && error === undefined
        ? {}
        : { status: error === undefined ? 'done' : 'failed', finished_at: now }),
      error: error ?? null,
    })
    .where('id', '=', id)
    .execute();
  return {
    id,
    name,
    kind: end?.kind,
    counts: end?.counts ?? {},
    hasAllGoods,
    told: error === undefined ? told : nothingTold,
    documents,
    problems: found,
    error,
  };
}

const nothingTold: ToldOf = { priceTypes: new Set(), warehouses: new Set() };

type Records = AsyncIterable<CommerceMLRecord>;
type Of<Type extends CommerceMLRecord['type']> = Extract<CommerceMLRecord, { type: Type }>;

interface Survey {
  told: ToldOf;
  documents: Of<'document'>[];
  problems: JournalProblem[];
  found: number;
  end: Of<'end'> | undefined;
  error: string | undefined;
  hasAllGoods: boolean;
  hasFullOffers: boolean;
}

/** Reads a file to its end; its goods, dictionaries and companies are staged meanwhile. */
async function survey(records: Records, staging: Staging): Promise<Survey> {
  const told = { priceTypes: new Set<string>(), warehouses: new Set<string>() };
  const documents: Of<'document'>[] = [];
  const problems: JournalProblem[] = [];
  const sum = { found: 0, hasAllGoods: false, hasFullOffers: false };
  let end: Of<'end'> | undefined;
  let error: string | undefined;
  try {
    for await (const record of records) {
      if (record.type === 'problem') {
        sum.found += 1;
        if (problems.length < problemsKept) problems.push({ ...record, recordId: record.id });
      } else if (record.type === 'document') documents.push(record);
      else if (record.type === 'end') end = record;
      else if (isContainer(record)) {
        await staging.begin(record.onlyChanges === false);
        if (record.type === 'catalogue') sum.hasAllGoods = record.onlyChanges === false;
        if (record.type === 'offersPackage')
          sum.hasFullOffers = record.onlyChanges === false && !record.isChangeSet;
      } else {
        const rows = sourceRowsOf(record);
        for (const row of rows) addTold(told, row);
        await staging.add(rows);
      }
    }
  } catch (thrown) {
    if (!(thrown instanceof CommerceMLError)) throw thrown;
    error = thrown.message;
    problems.push({ severity: 'error', code: thrown.code, message: thrown.message, line: thrown.line });
    sum.found += 1;
  }
  return { told, documents, problems, end, error, ...sum };
}

const isContainer = (
  record: CommerceMLRecord,
): record is Of<'catalogue' | 'classifier' | 'counterparties' | 'offersPackage'> =>
  ['catalogue', 'classifier', 'counterparties', 'offersPackage'].includes(record.type);
