import { sql, type Kysely } from 'kysely';

import { inTransaction } from '../../database/in-transaction.js';
import { json } from '../../database/json.js';
import type { Tables } from '../../database/tables.js';
import { announce } from '../events/service.js';
import type { TradeChange } from '../events/types.js';
import { markAbsentOffers, markAbsentProducts } from './absence.js';
import { endRun, writeProblems } from './journal.js';
import { linesOf } from './journal-lines.js';
import { publish, type Published, type PublishOptions } from './publish/publish.js';
import { noChanges, type Changes } from './publish/publishing.js';
import { takeTurnToTell } from './turn.js';

/** What a run did in the end. */
export interface Finished extends Published {
  readonly discontinued: { readonly variants: number; readonly products: number };
  /** An exchange of everything that told of too little: how many products of how many. Nothing was discontinued. */
  readonly refused: { readonly told: number; readonly known: number } | undefined;
}

/**
 * Publishes what waits, tells the journal of its problems, adds what changed to the sums of the run, and tells open pages of changed
 * prices and stock.
 */
export async function publishForRun(
  db: Kysely<Tables>,
  run: number,
  options: PublishOptions,
): Promise<Published> {
  const published = await publish(db, options);
  await writeProblems(db, run, null, linesOf(published.problems));
  await db
    .updateTable('exchange_run')
    .set({
      summary: sql`summary || ${json({ changes: sumOf(await changesOf(db, run), published.changes) })}::jsonb`,
    })
    .where('id', '=', run)
    .execute();
  await inTransaction(db, (db) => announce({ db, now: options.now }, tradeChangesOf(published.changes)));
  return published;
}

/**
 * Does what can only be done when all files of a run are there, and ends it: what full packages left out is discontinued; with
 * `isEverything` also products that it did not speak of.
 */
export async function finishRun(
  db: Kysely<Tables>,
  run: number,
  { isEverything, ...options }: PublishOptions & { readonly isEverything: boolean },
): Promise<Finished> {
  const { variants, absence } = await inTransaction(db, async (db) => {
    await takeTurnToTell(db);
    return {
      variants: await markAbsentOffers(db, run),
      absence: isEverything ? await markAbsentProducts(db, run) : { isRefused: false as const, marked: 0 },
    };
  });
  const refused = absence.isRefused ? absence : undefined;
  if (refused)
    await writeProblems(db, run, null, [
      {
        severity: 'warning',
        code: 'not_everything',
        message: `Only ${String(refused.told)} of ${String(refused.known)} products were told of: nothing was discontinued`,
      },
    ]);
  const published = await publishForRun(db, run, options);
  const discontinued = { variants, products: absence.isRefused ? 0 : absence.marked };
  await endRun(db, run, { now: options.now, summary: { changes: await changesOf(db, run), discontinued } });
  return { ...published, discontinued, refused };
}

function tradeChangesOf({ prices, balances }: Changes): TradeChange[] {
  return [
    ...(prices > 0 ? (['prices.changed'] as const) : []),
    ...(balances > 0 ? (['stock.changed'] as const) : []),
  ];
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
