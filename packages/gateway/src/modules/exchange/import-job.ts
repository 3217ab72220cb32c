import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';
import type { Job } from '../../jobs.js';
import type { GatewayDeps } from '../../ports.js';
import { endNext } from './endings.js';
import { finishRun, publishForRun } from './finish-run.js';
import { lease, whileHeld } from './held.js';
import { applyDocuments } from './orders/apply-documents.js';
import type { Applying } from './orders/applying.js';
import { forgetRuns } from './journal.js';
import { reportMissingPictures } from './pictures/missing-pictures.js';
import type { Pace } from './pace.js';
import { readExchangeFile, type ReadFile } from './read-file.js';
import { noteTold } from './source/told-of.js';

/** Milliseconds without a request after which nothing more of an exchange is to be expected. */
const idle = 15 * 60_000;
/** The same for one that told of nothing whole: nothing is missed when more of it comes after all. */
const idleAfterChanges = 2 * 60_000;
/** Milliseconds without a request after which a session is over for certain, with what it uploaded. */
const forgotten = 3 * 3_600_000;

interface Waiting {
  id: number;
  runId: number;
  name: string;
  path: string;
}

/** Imports files of the inbox one after the other; what a gateway that died had begun is begun again. */
export function createImportJob({
  database,
  clock,
  log,
  inbox,
  settings,
  stock,
  events,
  pace,
}: Pick<GatewayDeps, 'database' | 'clock' | 'log' | 'settings'> & {
  inbox: NonNullable<GatewayDeps['inbox']>;
  pace: Pace;
} & Pick<Applying, 'events' | 'stock'>): Job {
  const { engine, system } = database;
  const { oneC, timeZone } = settings;
  // An embedded database has one gateway: what was held when it begins was held by one that died.
  let isFirst = engine === 'embedded';
  return {
    name: 'exchange',
    every: 2000,
    async run() {
      if (isFirst) await releaseAll(system);
      isFirst = false;
      const file = await claim(system, clock.now());
      if (!file) return (await endNext({ database, clock, log, settings }, pace)) || closeIdle();
      try {
        await whileHeld({ system, clock, log }, 'exchange_file', file.id, () => importOne(file));
      } catch (error) {
        log.error({ file: file.id, error }, 'file of 1C not imported');
        await fail(file, error);
      }
      return true;
    },
  };

  async function importOne({ id, runId, name, path }: Waiting): Promise<void> {
    const now = clock.now();
    const read = await readExchangeFile(
      system,
      { name, open: () => inbox.read(path) },
      { run: runId, file: id, now, pace },
    );
    if (read.error !== undefined) return;
    await publishForRun(system, runId, { settings: oneC, now, pace });
    await noteTold(system, read.told, now);
    const { orders } = oneC;
    await applyDocuments(system, read.documents, {
      run: runId,
      file: id,
      now,
      settings: orders,
      timeZone,
      stock,
      events,
    });
    await system
      .updateTable('exchange_file')
      .set({ status: 'done', finished_at: clock.now(), locked_until: null, message: messageOf(read) })
      .where('id', '=', id)
      .execute();
    // The journal answers whoever asks for it again.
    await inbox.remove(path);
  }

  async function fail({ id }: Waiting, error: unknown): Promise<void> {
    await system
      .updateTable('exchange_file')
      .set({ status: 'failed', error: String(error), finished_at: clock.now(), locked_until: null })
      .where('id', '=', id)
      .execute();
  }

  /** Some 1C never say that an exchange is complete. */
  async function closeIdle(): Promise<boolean> {
    const now = clock.now();
    const run = await system
      .selectFrom('exchange_run')
      .innerJoin('exchange_session', 'exchange_session.run_id', 'exchange_run.id')
      .select('exchange_run.id as id')
      .where('exchange_run.status', '=', 'running')
      .where('exchange_run.ending', 'is', null)
      .where('exchange_session.used_at', '<', new Date(now.getTime() - idleAfterChanges))
      .where((where) =>
        where.or([
          where('exchange_session.used_at', '<', new Date(now.getTime() - idle)),
          where.not(
            where.exists(
              where
                .selectFrom('exchange_file')
                .select('exchange_file.id')
                .whereRef('exchange_file.run_id', '=', 'exchange_run.id')
                .where((file) => file.or([file('is_full', '=', true), file('has_all_goods', '=', true)])),
            ),
          ),
        ]),
      )
      // A long import goes on when 1C has long stopped asking.
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('exchange_file')
              .select('exchange_file.id')
              .whereRef('exchange_file.run_id', '=', 'exchange_run.id')
              .where('exchange_file.status', 'in', ['received', 'reading']),
          ),
        ),
      )
      .limit(1)
      .executeTakeFirst();
    if (!run) {
      await forget(now);
      return false;
    }
    await finishRun(system, run.id, { settings: oneC, now, pace, isEverything: false });
    await reportMissingPictures(system, run.id);
    return true;
  }

  /** Sessions with what they uploaded, and old runs of the journal. */
  async function forget(now: Date): Promise<void> {
    const over = await system
      .deleteFrom('exchange_session')
      .where('used_at', '<', new Date(now.getTime() - forgotten))
      .returning('id')
      .execute();
    for (const { id } of over) await inbox.remove(id);
    await forgetRuns(system, now);
  }
}

async function releaseAll(system: Kysely<Tables>): Promise<void> {
  await system
    .updateTable('exchange_file')
    .set({ locked_until: null })
    .where('status', '=', 'reading')
    .execute();
  await system
    .updateTable('exchange_run')
    .set({ locked_until: null })
    .where('locked_until', 'is not', null)
    .execute();
}

/** One file at a time for all gateways: files of an exchange build on each other. */
async function claim(system: Kysely<Tables>, now: Date): Promise<Waiting | undefined> {
  const until = new Date(now.getTime() + lease);
  return system.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(hashtext('kontor_exchange'))`.execute(db);
    const { rows } = await sql<Waiting>`
      update exchange_file set status = 'reading', locked_until = ${until}::timestamptz
      where id = (
        select id from exchange_file
        where status in ('received', 'reading') and inbox_path is not null
          and (locked_until is null or locked_until <= ${now}::timestamptz)
        order by id limit 1)
        and not exists (
          select from exchange_file where status in ('received', 'reading') and locked_until > ${now}::timestamptz)
      returning id, run_id as "runId", name, inbox_path as path`.execute(db);
    return rows[0];
  });
}

/** What 1C's log says of a file. */
function messageOf({ counts, problems }: ReadFile): string {
  const told = [
    ['группы', counts['group']],
    ['товары', counts['product']],
    ['предложения', counts['offer']],
    ['контрагенты', counts['counterparty']],
    ['документы', counts['document']],
  ].flatMap(([name, count]) => (count ? [`${String(name)}: ${String(count)}`] : []));
  return [
    `Загружено. ${told.join(', ')}`.trim(),
    ...(problems > 0 ? [`Замечаний: ${String(problems)}, они в журнале обмена`] : []),
  ].join('\n');
}
