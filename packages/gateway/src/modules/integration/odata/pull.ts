import type { DocumentRow, IndividualPriceRow, RowOutcome } from '@kontor/contract';
import { sql, type Kysely } from 'kysely';

import { calendarDay } from '../../../calendar-day.js';
import { inTransaction } from '../../../database/in-transaction.js';
import type { Tables } from '../../../database/tables.js';
import type { GatewayDeps } from '../../../ports.js';
import { ProblemError } from '../../../problem-error.js';
import { renewSessions } from '../../access/service.js';
import type { Events } from '../../events/service.js';
import {
  beginRun,
  endRun,
  linkAnalogues,
  writeProblems,
  type JournalProblem,
} from '../../exchange/service.js';
import { writeAgreements } from '../agreements.js';
import { writeCompanyBalances } from '../company-balances.js';
import { keepFile } from '../document-file.js';
import { writeDocuments } from '../documents.js';
import { writeIndividualPrices } from '../individual-prices.js';
import type { Writing } from '../writing.js';
import { createODataClient, ODataError } from './client.js';
import { presets, type DocumentNames, type ODataPreset } from './presets.js';
import { readAgreements } from './read-agreements.js';
import { readAnalogues } from './read-analogues.js';
import { readDebts } from './read-debts.js';
import { readAttachedPdf, readDocuments, type ReadDocument } from './read-documents.js';
import type { Reading } from './reading.js';
import type { ODataSettings } from './settings.js';

export interface PullDeps extends Pick<GatewayDeps, 'blobs' | 'clock' | 'database' | 'fetch' | 'settings'> {
  readonly events: Events;
}

/** What a pull did. */
export interface Pulled {
  /** Run of the journal. */
  readonly run: number;
  /** Rows that changed, by kind. */
  readonly changes: Readonly<Record<string, number>>;
  readonly problems: readonly JournalProblem[];
}

/** Rows of one transaction. */
const rowsAtOnce = 1000;

/**
 * Reads from 1C what CommerceML cannot tell: agreements with their own prices, debts, analogues, documents with their files.
 * What a base does not publish is left out and told in the journal; what fails keeps nothing else back.
 * @throws ODataError when 1C lets nobody in or cannot be reached
 */
export async function pull(deps: PullDeps, odata: ODataSettings): Promise<Pulled> {
  const { database, clock } = deps;
  const db = database.system;
  const now = clock.now();
  const run = await beginRun(db, { channel: 'odata', kind: odata.preset, now });
  const changes: Record<string, number> = {};
  const problems: JournalProblem[] = [];
  try {
    const reading = await beginReading(deps, odata, now);
    const { preset } = reading;
    const write = writerOf(deps, now, changes, problems);
    const attempt = attemptOf(problems);
    if (preset.agreements) {
      const names = preset.agreements;
      await attempt(names.set, async () => {
        const { agreements, prices } = await readAgreements(reading, names);
        await write('agreements', agreements, async (writing, rows) => {
          const { outcomes, changed } = await writeAgreements(writing, rows);
          await renewSessions(writing, deps.events, changed);
          return outcomes;
        });
        const told = agreements.filter(({ validTo }) => validTo !== reading.yesterday).map(({ id }) => id);
        const left = names.goods ? await pricesLeft(db, told, prices) : [];
        await write('individualPrices', [...prices, ...left], writeIndividualPrices);
      });
    }
    if (preset.debts) {
      const names = preset.debts;
      await attempt(names.set, async () =>
        write('companyBalances', await readDebts(reading, names), writeCompanyBalances),
      );
    }
    if (preset.analogues) {
      const names = preset.analogues;
      await attempt(names.set, async () => {
        const named = await readAnalogues(reading, names);
        changes['analogues'] = await inTransaction(db, (inner) => linkAnalogues(inner, named));
      });
    }
    for (const names of preset.documents)
      await attempt(names.set, async () => {
        const rows = await ofShopOrders(db, await readDocuments(reading, names));
        await write('documents', rows, writeDocuments);
        changes['files'] = (changes['files'] ?? 0) + (await keepFiles(deps, reading, attempt, names, rows));
      });
    await writeProblems(db, run, null, problems.slice(0, 1000));
    await endRun(db, run, { now: clock.now(), summary: { changes } });
    return { run, changes, problems };
  } catch (error) {
    await endRun(db, run, { now: clock.now(), error: String(error), summary: { changes } }).catch(
      () => undefined,
    );
    throw error;
  }
}

async function beginReading(
  { database, fetch, settings }: PullDeps,
  odata: ODataSettings,
  now: Date,
): Promise<Reading> {
  const yesterday = calendarDay(new Date(now.getTime() - 86_400_000), settings.timeZone);
  const companies = await database.system.selectFrom('company').select('external_id as id').execute();
  const agreements = await database.system
    .selectFrom('agreement')
    .select('external_id as id')
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', yesterday)]))
    .execute();
  const preset: ODataPreset = presets[odata.preset];
  return {
    client: createODataClient(fetch, odata),
    preset,
    companies: new Set(companies.flatMap(({ id }) => id ?? [])),
    agreements: new Set(agreements.flatMap(({ id }) => id ?? [])),
    now,
    yesterday,
    currency: settings.oneC.currency,
  };
}

/** Does a part; what 1C does not publish or fails at is noted. Whoever is not let in stops. */
type Attempt = (resource: string, work: () => Promise<unknown>) => Promise<void>;

function attemptOf(problems: JournalProblem[]): Attempt {
  return async (resource, work) => {
    try {
      await work();
    } catch (error) {
      const isOurs = error instanceof ODataError || error instanceof ProblemError;
      if (!isOurs || [0, 401].includes(error.status)) throw error;
      const isMissing = error instanceof ODataError && error.status === 404;
      problems.push({
        severity: isMissing ? 'warning' : 'error',
        code: isMissing ? 'odata_not_published' : 'odata_failed',
        message: error.message,
        recordId: resource,
      });
    }
  };
}

type Write = <Row>(
  kind: string,
  rows: readonly Row[],
  work: (writing: Writing, rows: readonly Row[]) => Promise<RowOutcome[]>,
) => Promise<void>;

/** Writes rows some at a time, counts what changed and notes what was rejected. */
function writerOf(
  { database }: PullDeps,
  now: Date,
  changes: Record<string, number>,
  problems: JournalProblem[],
): Write {
  return async (kind, rows, work) => {
    for (let index = 0; index < rows.length; index += rowsAtOnce) {
      const some = rows.slice(index, index + rowsAtOnce);
      const outcomes = await inTransaction(database.system, async (db) => {
        await sql`select pg_advisory_xact_lock(hashtext('kontor_integration'))`.execute(db);
        return work({ db, now }, some);
      });
      for (const { status, reason, detail } of outcomes) {
        if (status === 'written') changes[kind] = (changes[kind] ?? 0) + 1;
        if (reason)
          problems.push({
            severity: 'warning',
            code: reason,
            message: `A row of ${kind} was rejected`,
            recordId: detail,
          });
      }
    }
  };
}

/** Rows that take away the prices which agreements had and do not tell any more. */
async function pricesLeft(
  db: Kysely<Tables>,
  agreements: readonly string[],
  told: readonly IndividualPriceRow[],
): Promise<IndividualPriceRow[]> {
  const { rows } = await sql<{ company: string; agreement: string; variant: string; currency: string }>`
    select distinct on (a.external_id, v.external_id) c.external_id as company, a.external_id as agreement,
      v.external_id as variant, p.currency
    from individual_price p join agreement a on a.id = p.agreement_id join company c on c.id = p.company_id
      join variant v on v.id = p.variant_id
    where a.external_id = any(${[...agreements]}::text[]) and v.external_id is not null and c.external_id is not null`.execute(
    db,
  );
  const keyOf = (agreement: string, variant: string) => `${agreement}\n${variant}`;
  const known = new Set(
    told.map(({ agreement, variant }) => keyOf(agreement ?? '', 'id' in variant ? variant.id : '')),
  );
  return rows
    .filter(({ agreement, variant }) => !known.has(keyOf(agreement, variant)))
    .map(({ variant, ...row }) => ({ ...row, variant: { id: variant }, prices: [] }));
}

/** Documents of orders that the shop has, or of parts of them: by the number that the shop gave, else by the number in 1C of the same company. */
async function ofShopOrders(db: Kysely<Tables>, read: readonly ReadDocument[]): Promise<DocumentRow[]> {
  const shopNumbers = read.map(({ order }) => order.shopNumber);
  const numbers = read.map(({ order }) => order.number.toUpperCase());
  const { rows } = await sql<{ number: string; company: string; told: string; number1c: string | null }>`
    with told as (
      select id as order_id, number, null as number_1c from orders where number = any(${shopNumbers}::text[])
      union all select order_id, null, number_1c from order_exchange where upper(number_1c) = any(${numbers}::text[])
      union all select order_id, number, number_1c from order_part
        where number = any(${shopNumbers}::text[]) or upper(number_1c) = any(${numbers}::text[]))
    select o.number, c.external_id as company, coalesce(t.number, o.number) as told, t.number_1c as "number1c"
    from told t join orders o on o.id = t.order_id join company c on c.id = o.company_id
    order by o.placed_at`.execute(db);
  const keyOf = (company: string, number: string) => `${company}\n${number}`;
  const byShopNumber = new Map(rows.map(({ number, company, told }) => [keyOf(company, told), number]));
  const byNumber = new Map(
    rows.flatMap(({ number, company, number1c }) =>
      number1c === null ? [] : [[keyOf(company, number1c), number] as const],
    ),
  );
  return read.flatMap(({ row, order }) => {
    const number =
      byShopNumber.get(keyOf(row.company, order.shopNumber)) ??
      byNumber.get(keyOf(row.company, order.number));
    return number === undefined ? [] : [{ ...row, order: number }];
  });
}

/** Fetches files that the shop does not have yet. */
async function keepFiles(
  deps: PullDeps,
  reading: Reading,
  attempt: Attempt,
  names: DocumentNames,
  rows: readonly DocumentRow[],
): Promise<number> {
  const { database, blobs, events } = deps;
  const without = await database.system
    .selectFrom('document')
    .select('external_id as id')
    .where('external_id', 'in', [...rows.map(({ id }) => id), ''])
    .where('blob_key', 'is', null)
    .execute();
  let kept = 0;
  for (const { id } of without)
    await attempt(`${names.files} ${id ?? ''}`, async () => {
      const bytes = await readAttachedPdf(reading, names, id ?? '');
      if (!bytes) return;
      await keepFile({ blobs, events }, { db: database.system, now: reading.now }, id ?? '', bytes);
      kept += 1;
    });
  return kept;
}
