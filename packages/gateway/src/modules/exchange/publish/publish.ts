import { sql, type Kysely } from 'kysely';

import { inTransaction } from '../../../database/in-transaction.js';
import type { Tables } from '../../../database/tables.js';
import { alone, type Pace } from '../pace.js';
import type { ExchangeSettings } from '../settings.js';
import { epochOfTold, takeTurn } from '../turn.js';
import { publishAnalogues } from './analogues.js';
import { publishCategories } from './categories.js';
import { giveAgreements, publishCompanies } from './companies.js';
import { countPending, nextProducts } from './pending.js';
import { planProducts, publishProducts, type PlannedProducts } from './products.js';
import { publishPriceTypes } from './price-types.js';
import { readProperties } from './properties.js';
import { readTold } from './read-told.js';
import { noChanges, type Changes, type Publishing, type PublishProblem } from './publishing.js';
import { publishWarehouses } from './warehouses.js';

/** How far publishing has come. */
export interface PublishProgress {
  /** Products that are done, and all that wait. */
  readonly products: number;
  readonly total: number;
}

export interface PublishOptions {
  readonly settings: ExchangeSettings;
  readonly now: Date;
  /** @default alone */
  readonly pace?: Pace | undefined;
  readonly onProgress?: (progress: PublishProgress) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What a publication changed. */
export interface Published {
  readonly products: number;
  readonly changes: Changes;
  readonly problems: readonly PublishProblem[];
}

/**
 * Makes the shop say what 1C told: categories, price types, warehouses, companies, then products with their variants, prices
 * and stock, a transaction for some at a time. Broken off anywhere, it goes on where it was.
 */
export async function publish(
  system: Kysely<Tables>,
  { settings, now, pace = alone, onProgress, signal }: PublishOptions,
): Promise<Published> {
  const problems: PublishProblem[] = [];
  const changes = noChanges();
  const judgedCurrencies = new Map<string, boolean>();
  const publishing = (db: Publishing['db'], own = changes): Publishing => ({
    db,
    settings,
    now,
    changes: own,
    judgedCurrencies,
    report: (problem) => problems.push(problem),
  });
  await inTransaction(system, async (db) => {
    await takeTurn(db);
    await publishCategories(publishing(db));
    await publishPriceTypes(publishing(db));
    await publishWarehouses(publishing(db));
    await publishCompanies(publishing(db));
  });
  const properties = await readProperties(publishing(system));
  const total = await countPending(system);
  let products = 0;
  await publishWaiting();
  // Products that came before the first price in another currency are published in the one that counts.
  if ([...judgedCurrencies.values()].includes(true)) await publishWaiting();
  await inTransaction(system, async (db) => {
    await takeTurn(db);
    await publishAnalogues(publishing(db), properties);
    // Price types that nobody declares are made with the first price of theirs.
    await giveAgreements(publishing(db));
  });
  return { products, changes, problems };

  /** Where there is time for both, the next products are read and planned while those before them are written. */
  async function publishWaiting(): Promise<void> {
    // A transaction of somebody has one connection.
    const readsAhead = pace.readsAhead && !system.isTransaction;
    for (let next = await read(''); next.waiting.ids.length > 0;) {
      signal?.throwIfAborted();
      const { ids } = next.waiting;
      const last = ids.at(-1) ?? '';
      const following = readsAhead ? read(last) : undefined;
      following?.catch(() => undefined);
      await publishSome(next);
      await pace.giveWay();
      products += ids.length;
      onProgress?.({ products, total: Math.max(total, products) });
      next = await (following ?? read(last).finally(pace.giveWay));
    }
  }

  async function read(after: string): Promise<Ahead> {
    const epoch = await epochOfTold(system);
    return { epoch, waiting: await plan(system, await nextProducts(system, after, pace.products)) };
  }

  async function plan(db: Publishing['db'], ids: readonly string[]): Promise<PlannedProducts> {
    return planProducts(ids, await readTold(db, ids), properties);
  }

  /** What cannot be stored keeps nobody else back: the others of its batch are tried one by one. */
  async function publishSome({ epoch, waiting }: Ahead): Promise<void> {
    const { ids } = waiting;
    const found = problems.length;
    const judged = [...judgedCurrencies];
    try {
      const own = noChanges();
      await inTransaction(system, async (db) => {
        const isStill = (await takeTurn(db)) === epoch;
        await preferIndexes(db);
        await publishProducts(publishing(db, own), isStill ? waiting : await plan(db, ids), properties);
      });
      for (const key of Object.keys(own) as (keyof Changes)[]) changes[key] += own[key];
    } catch (error) {
      problems.length = found;
      judgedCurrencies.clear();
      for (const [id, isSwitched] of judged) judgedCurrencies.set(id, isSwitched);
      if (ids.length > 1)
        for (const id of ids) await publishSome({ epoch, waiting: await plan(system, [id]) });
      else
        problems.push({
          severity: 'error',
          code: 'not_published',
          recordId: ids[0] ?? '',
          message: messageOf(error),
        });
    }
  }
}

/** Products that wait, by what was told of them in an epoch. */
interface Ahead {
  readonly epoch: number;
  readonly waiting: PlannedProducts;
}

/**
 * A batch touches few of many rows, whatever the database guesses: reading all prices for each would take the longer, the more
 * goods there are. Until the end of the transaction.
 */
async function preferIndexes(db: Publishing['db']): Promise<void> {
  await sql`set local random_page_cost = 1.1`.execute(db);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
