import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';
import type { GatewayDeps } from '../../ports.js';
import { finishRun, type Finished } from './finish-run.js';
import { lease, whileHeld } from './held.js';
import { alone, type Pace } from './pace.js';
import { reportMissingPictures } from './pictures/missing-pictures.js';

/** What 1C says that ends a run: all was told, or besides that what was not told of is gone. */
export type Ending = 'complete' | 'deactivate';

/** How far an ending is, with what 1C's log should say. */
export interface EndingState {
  readonly status: 'done' | 'failed' | 'running';
  readonly message: string | undefined;
}

/**
 * Asks for a run to be ended, which `endNext` does. Asked again it is told how far that is: what is done is not done again, and
 * what 1C was told as failed is tried anew the next time.
 */
export async function askEnding(db: Kysely<Tables>, run: number, ending: Ending): Promise<EndingState> {
  const state = await endingOf(db, run, ending);
  if (state && state.status !== 'failed') return state;
  const isNew = state === undefined;
  await sql`
    update exchange_run set ending = ${isNew ? ending : null}, message = null,
      status = case when ${isNew} then 'running' else status end
    where id = ${run}::bigint`.execute(db);
  return state ?? { status: 'running', message: undefined };
}

/** How far an ending is that was asked for; undefined when it was not. */
export async function endingOf(
  db: Kysely<Tables>,
  run: number,
  ending: Ending,
): Promise<EndingState | undefined> {
  const row = await db
    .selectFrom('exchange_run')
    .select(['ending', 'status', 'message', 'error', 'locked_until as lockedUntil'])
    .where('id', '=', run)
    .executeTakeFirst();
  // Who deactivates the rest completes the run as well.
  if (row?.ending !== ending && row?.ending !== 'deactivate') return undefined;
  if (row.status === 'failed') return { status: 'failed', message: row.error ?? undefined };
  if (row.status === 'running' || row.lockedUntil !== null) return { status: 'running', message: undefined };
  return { status: 'done', message: (ending === row.ending ? row.message : null) ?? undefined };
}

/** Says that more came after the end of a run: it has to be ended once more. */
export async function reopenRun(db: Kysely<Tables>, run: number): Promise<void> {
  await db
    .updateTable('exchange_run')
    .set({ ending: null, status: 'running', finished_at: null, message: null })
    .where('id', '=', run)
    .where('ending', 'is not', null)
    .where('status', '<>', 'running')
    .execute();
}

/** Ends the next run for which that was asked; one that a gateway had begun that died is ended too. @returns false when there is none */
export async function endNext(
  {
    database: { system },
    clock,
    log,
    settings,
  }: Pick<GatewayDeps, 'clock' | 'database' | 'log' | 'settings'>,
  pace: Pace = alone,
): Promise<boolean> {
  const run = await claim(system, clock.now());
  if (!run) return false;
  const row = system.updateTable('exchange_run').where('id', '=', run.id);
  try {
    await whileHeld({ system, clock, log }, 'exchange_run', run.id, async () => {
      const finished = await finishRun(system, run.id, {
        settings: settings.oneC,
        now: clock.now(),
        pace,
        isEverything: run.ending === 'deactivate',
      });
      await reportMissingPictures(system, run.id);
      await row.set({ locked_until: null, message: messageOf(finished) }).execute();
    });
  } catch (error) {
    log.error({ run: run.id, error }, 'exchange with 1C not ended');
    await row
      .set({ status: 'failed', error: String(error), finished_at: clock.now(), locked_until: null })
      .execute();
  }
  return true;
}

function messageOf({ refused }: Finished): string | null {
  return refused
    ? `Выгружено ${String(refused.told)} из ${String(refused.known)} товаров: остальные не отключены`
    : null;
}

/** Not before its files are done. */
async function claim(system: Kysely<Tables>, now: Date): Promise<{ id: number; ending: Ending } | undefined> {
  const until = new Date(now.getTime() + lease);
  const { rows } = await sql<{ id: number; ending: Ending }>`
    update exchange_run set locked_until = ${until}::timestamptz
    where id = (
      select r.id from exchange_run r
      -- One that is done and still held was left before 1C could be told what came of it.
      where r.ending is not null and (r.locked_until <= ${now}::timestamptz or (r.locked_until is null and r.status = 'running'))
        and not exists (select from exchange_file f where f.run_id = r.id and f.status in ('received', 'reading'))
      order by r.id limit 1 for update skip locked)
    returning id, ending`.execute(system);
  return rows[0];
}
