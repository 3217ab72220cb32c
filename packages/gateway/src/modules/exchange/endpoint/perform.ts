import {
  isPicture,
  type ExchangeTask,
  type ImportOutcome,
  type TaskOutcome,
  type UnpackOutcome,
} from '@kontor/commerceml';
import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import type { GatewayDeps } from '../../../ports.js';
import { askEnding, endingOf, reopenRun, type Ending, type EndingState } from '../endings.js';
import { confirmOrders } from '../orders/confirm-orders.js';
import { noteOrders } from '../orders/note-orders.js';
import { offerOrders } from '../orders/offer-orders.js';
import { statusesDocument } from '../orders/statuses.js';
import { noteUploads } from '../pictures/note-uploads.js';
import { noteFile } from '../read-file.js';
import { runOf } from './sessions.js';

export interface Performing extends Pick<GatewayDeps, 'database' | 'clock' | 'settings'> {
  readonly inbox: NonNullable<GatewayDeps['inbox']>;
  /** Begins to import at once. */
  readonly wake: () => void;
  /** Archives that are being unpacked. */
  readonly unpacking: Map<string, Promise<UnpackOutcome>>;
}

/** What came of a task, and the document that it made for 1C. */
export interface Performed {
  readonly outcome: TaskOutcome;
  readonly document?: Uint8Array;
}

/** Milliseconds that 1C waits for an import before it is told how far it is. */
const patience = 8000;

/** Does what an answer to 1C needs. */
export async function perform(
  performing: Performing,
  session: string,
  task: ExchangeTask,
  body: Uint8Array,
): Promise<Performed> {
  const { inbox, database, clock, settings } = performing;
  const { system } = database;
  const { orders } = settings.oneC;
  const now = clock.now();
  const path = (key: string): string => `${session}/${key}`;
  switch (task.kind) {
    case 'write':
      await inbox.write(path(task.key), task.offset, body);
      if (isPicture(task.name)) {
        const run = await runOf(system, session, 'catalog', now);
        await noteUploads(system, [{ name: task.name, path: path(task.key) }], { run, now });
      }
      return done;
    case 'unpack':
      return { outcome: await unpackInTime(performing, session, task) };
    case 'import':
      return { outcome: await importFile(performing, session, task) };
    case 'clear':
      for (const key of await withoutPictures(system, session, task.keys)) await inbox.remove(path(key));
      return done;
    case 'deactivate':
    case 'complete':
      return { outcome: await endRun(performing, await runOf(system, session, 'catalog', now), task.kind) };
    case 'query': {
      const { document, count } = await offerOrders(system, {
        session,
        batch: task.batch,
        isFirst: task.isFirst,
        now,
        settings: orders,
        timeZone: settings.timeZone,
        run: (db) => runOf(db, session, 'sale', now),
      });
      return { outcome: { status: 'done', count }, document };
    }
    case 'confirm': {
      const confirmed = await confirmOrders(system, { session, batch: task.batch, now });
      if (confirmed > 0)
        await noteOrders(system, await runOf(system, session, 'sale', now), { confirmed, now });
      return done;
    }
    case 'info':
      return { ...done, document: await statusesDocument(system, orders) };
  }
}

const done: Performed = { outcome: { status: 'done' } };

/** Of what is to be cleared: a picture that nobody has looked into yet stays. */
async function withoutPictures(
  system: Kysely<Tables>,
  session: string,
  keys: readonly string[],
): Promise<string[]> {
  const waiting = await system
    .selectFrom('exchange_picture')
    .select('inbox_path as path')
    .where(
      'inbox_path',
      'in',
      keys.map((key) => `${session}/${key}`),
    )
    .execute();
  const kept = new Set(waiting.map(({ path }) => path));
  return keys.filter((key) => !kept.has(`${session}/${key}`));
}

/** Archives of many pictures take longer than 1C waits: it is told so, and asks again. */
async function unpackInTime(
  performing: Performing,
  session: string,
  task: Extract<ExchangeTask, { kind: 'unpack' }>,
): Promise<UnpackOutcome> {
  const { unpacking } = performing;
  const key = [session, ...task.archives.map((archive) => archive.key)].join('/');
  const work = unpacking.get(key) ?? unpack(performing, session, task);
  unpacking.set(key, work);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const running = new Promise<UnpackOutcome>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'running' }), patience);
  });
  try {
    const outcome = await Promise.race([work, running]);
    if (outcome.status !== 'running') unpacking.delete(key);
    return outcome;
  } finally {
    clearTimeout(timer);
  }
}

async function unpack(
  { inbox, database: { system }, clock }: Performing,
  session: string,
  { archives }: Extract<ExchangeTask, { kind: 'unpack' }>,
): Promise<UnpackOutcome> {
  const files: NonNullable<UnpackOutcome['files']>[number][] = [];
  try {
    for (const { name, key, type } of archives) {
      const unpacked = await inbox.unpack(`${session}/${key}`);
      const pictures = unpacked.filter((file) => isPicture(file.name));
      if (pictures.length > 0) {
        const now = clock.now();
        await noteUploads(system, pictures, { run: await runOf(system, session, type, now), now });
      }
      for (const file of unpacked)
        if (!isPicture(file.name))
          files.push({ ...file, archive: name, key: file.path.slice(session.length + 1) });
    }
  } catch (error) {
    return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
  return { status: 'done', files };
}

/** Starts an import, or looks how far it is; waits a little, so that 1C does not ask without end. */
async function importFile(
  { database: { system }, clock, wake }: Performing,
  session: string,
  { name, key, type }: Extract<ExchangeTask, { kind: 'import' }>,
): Promise<ImportOutcome> {
  const inboxPath = `${session}/${key}`;
  const find = () =>
    system
      .selectFrom('exchange_file')
      .select(['id', 'status', 'error', 'message', 'has_all_goods as hasAllGoods'])
      .where('inbox_path', '=', inboxPath)
      .executeTakeFirst();
  if (!(await find())) {
    const run = await runOf(system, session, type, clock.now());
    await reopenRun(system, run);
    await noteFile(system, { run, name, now: clock.now(), inbox: { session, path: inboxPath } });
  }
  wake();
  for (const until = performance.now() + patience; ;) {
    const file = await find();
    if (file?.status === 'done')
      return {
        status: 'done',
        isFull: file.hasAllGoods,
        ...(file.message === null ? {} : { message: file.message }),
      };
    if (file?.status === 'failed') return { status: 'failed', message: file.error ?? '' };
    if (performance.now() > until)
      return { status: 'running', message: (await progressOf(system)) ?? 'Файл читается' };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Has a run ended beside the answers, as files are imported; of a `deactivate` 1C asks until that is done. */
async function endRun(
  { database: { system }, wake }: Performing,
  run: number,
  ending: Ending,
): Promise<ImportOutcome> {
  let state = await askEnding(system, run, ending);
  if (state.status === 'running') wake();
  for (const until = performance.now() + patience; state.status === 'running';) {
    if (performance.now() > until) return outcomeOf({ ...state, message: await progressOf(system) });
    await new Promise((resolve) => setTimeout(resolve, 50));
    state = (await endingOf(system, run, ending)) ?? state;
  }
  return outcomeOf(state);
}

const outcomeOf = ({ status, message }: EndingState): ImportOutcome => ({
  status,
  ...(message === undefined ? {} : { message }),
});

async function progressOf(system: Kysely<Tables>): Promise<string | undefined> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from exchange_pending where kind = 'product'`.execute(system);
  const waiting = rows[0]?.waiting ?? 0;
  return waiting > 0 ? `Осталось записать товаров: ${String(waiting)}` : undefined;
}
