import type { ExchangeTask, ImportOutcome, TaskOutcome, UnpackOutcome } from '@kontor/commerceml';
import { sql } from 'kysely';

import type { GatewayDeps } from '../../../ports.js';
import { finishRun } from '../finish-run.js';
import { confirmOrders } from '../orders/confirm-orders.js';
import { offerOrders } from '../orders/offer-orders.js';
import { statusesDocument } from '../orders/statuses.js';
import { noteFile } from '../read-file.js';
import { runOf } from './sessions.js';

export interface Performing extends Pick<GatewayDeps, 'database' | 'clock' | 'settings'> {
  readonly inbox: NonNullable<GatewayDeps['inbox']>;
  /** Begins to import at once. */
  readonly wake: () => void;
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
      return done;
    case 'unpack':
      return { outcome: await unpack(performing, session, task) };
    case 'import':
      return { outcome: await importFile(performing, session, task) };
    case 'clear':
      for (const key of task.keys) await inbox.remove(path(key));
      return done;
    case 'deactivate':
    case 'complete': {
      const run = await runOf(system, session, 'catalog', now);
      const isEverything = task.kind === 'deactivate';
      const { refused } = await finishRun(system, run, { settings: settings.oneC, now, isEverything });
      return {
        outcome: {
          status: 'done',
          ...(refused && {
            message: `Выгружено ${String(refused.told)} из ${String(refused.known)} товаров: остальные не отключены`,
          }),
        },
      };
    }
    case 'query': {
      const { document, count } = await offerOrders(system, {
        session,
        batch: task.batch,
        isFirst: task.isFirst,
        now,
        settings: orders,
        timeZone: settings.timeZone,
        run: await runOf(system, session, 'sale', now),
      });
      return { outcome: { status: 'done', count }, document };
    }
    case 'confirm':
      await confirmOrders(system, { session, batch: task.batch, now });
      return done;
    case 'info':
      return { ...done, document: await statusesDocument(system, orders) };
  }
}

const done: Performed = { outcome: { status: 'done' } };

async function unpack(
  { inbox }: Performing,
  session: string,
  { archives }: Extract<ExchangeTask, { kind: 'unpack' }>,
): Promise<UnpackOutcome> {
  const files: NonNullable<UnpackOutcome['files']>[number][] = [];
  for (const { name, key } of archives) {
    try {
      for (const file of await inbox.unpack(`${session}/${key}`))
        files.push({ ...file, archive: name, key: file.path.slice(session.length + 1) });
    } catch (error) {
      return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
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
    if (performance.now() > until) return { status: 'running', message: await progressOf() };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  async function progressOf(): Promise<string> {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::int as waiting from exchange_pending where kind = 'product'`.execute(system);
    const waiting = rows[0]?.waiting ?? 0;
    return waiting > 0 ? `Осталось записать товаров: ${String(waiting)}` : 'Файл читается';
  }
}
