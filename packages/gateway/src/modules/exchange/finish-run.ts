import type { Kysely } from 'kysely';

import { json } from '../../database/json.js';
import type { Tables } from '../../database/tables.js';
import { markAbsentOffers, markAbsentProducts } from './absence.js';
import { endRun, problemsKept, writeProblems } from './journal.js';
import { publish } from './publish/publish.js';
import { noChanges, type Changes } from './publish/publishing.js';
import type { ExchangeSettings } from './settings.js';

export interface FinishOptions {
  readonly settings: ExchangeSettings;
  readonly now: Date;
  /** What this run did not speak of is discontinued. */
  readonly isEverything: boolean;
}

/** Publishes what waits and adds what changed to the sums of the run. */
export async function publishForRun(
  db: Kysely<Tables>,
  run: number,
  { settings, now }: Pick<FinishOptions, 'settings' | 'now'>,
): Promise<Changes> {
  const { changes, problems } = await publish(db, { settings, now });
  await writeProblems(db, run, null, problems.slice(0, problemsKept));
  await db
    .updateTable('exchange_run')
    .set({ summary: json({ changes: sumOf(await changesOf(db, run), changes) }) })
    .where('id', '=', run)
    .execute();
  return changes;
}

/**
 * Does what can only be done when all files of a run are there: what full packages left out is discontinued.
 * @returns why products that were not told of are kept all the same, if they are
 */
export async function finishRun(
  db: Kysely<Tables>,
  run: number,
  options: FinishOptions,
): Promise<string | undefined> {
  await markAbsentOffers(db, run);
  const absence = options.isEverything ? await markAbsentProducts(db, run) : undefined;
  const refused = absence?.isRefused
    ? `Выгружено ${String(absence.told)} из ${String(absence.known)} товаров: остальные не отключены`
    : undefined;
  if (refused !== undefined)
    await writeProblems(db, run, null, [{ severity: 'warning', code: 'not_everything', message: refused }]);
  await publishForRun(db, run, options);
  await endRun(db, run, { now: options.now, summary: { changes: await changesOf(db, run) } });
  return refused;
}

async function changesOf(db: Kysely<Tables>, run: number): Promise<Changes> {
  const row = await db.selectFrom('exchange_run').select('summary').where('id', '=', run).executeTakeFirst();
  return { ...noChanges(), ...(row?.summary['changes'] as Partial<Changes> | undefined) };
}

function sumOf(left: Changes, right: Changes): Changes {
  const sum = noChanges();
  for (const key of Object.keys(sum) as (keyof Changes)[]) sum[key] = left[key] + right[key];
  return sum;
}
