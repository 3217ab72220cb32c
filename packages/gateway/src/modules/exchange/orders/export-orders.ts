import { sql, type Kysely } from 'kysely';

import { inTransaction } from '../../../database/in-transaction.js';
import type { Tables } from '../../../database/tables.js';
import { newId } from '../../../identifiers.js';
import { beginRun, endRun } from '../journal.js';
import { confirmOrders } from './confirm-orders.js';
import { offerOrders } from './offer-orders.js';
import type { OrderExchangeSettings } from './order-settings.js';

export interface ExportOptions {
  readonly settings: OrderExchangeSettings;
  /** Zone of dates and times in 1C. IANA. */
  readonly timeZone: string;
  readonly now: Date;
}

/** An order that cannot be sent as it is. */
export interface HeldOrder {
  readonly number: string;
  readonly problem: string;
}

/** Orders for 1C in a file. */
export interface ExportedOrders {
  readonly document: Uint8Array;
  readonly count: number;
  readonly held: readonly HeldOrder[];
}

/** What ends a transaction that must leave nothing behind. */
class Undone extends Error {
  readonly exported: ExportedOrders;

  constructor(exported: ExportedOrders) {
    super('Undone');
    this.exported = exported;
  }
}

/** Makes the document of all orders that 1C doesn't have, and marks nothing: the next exchange gives them to it all the same. */
export async function previewOrders(db: Kysely<Tables>, options: ExportOptions): Promise<ExportedOrders> {
  try {
    return await inTransaction(db, async (db) => {
      throw new Undone(await offerAll(db, newId('export'), null, options));
    });
  } catch (error) {
    if (error instanceof Undone) return error.exported;
    throw error;
  }
}

/**
 * Makes the document of all orders that 1C doesn't have, and marks them as taken once `write` has kept it. Broken off before,
 * nothing is marked.
 */
export async function exportOrders(
  db: Kysely<Tables>,
  options: ExportOptions,
  write: (document: Uint8Array) => Promise<void>,
): Promise<ExportedOrders> {
  const { now } = options;
  const session = newId('export');
  const run = await beginRun(db, { channel: 'files', kind: 'sale', now });
  try {
    const exported = await offerAll(db, session, run, options);
    await write(exported.document);
    await confirmOrders(db, { session, batch: 1, now });
    await endRun(db, run, { now, summary: { orders: exported.count } });
    return exported;
  } catch (error) {
    await endRun(db, run, { now, error: String(error), summary: {} }).catch(() => undefined);
    throw error;
  }
}

/** More than any supplier's orders between two exports. */
const everything = 1_000_000;

async function offerAll(
  db: Kysely<Tables>,
  session: string,
  run: number | null,
  options: ExportOptions,
): Promise<ExportedOrders> {
  const batch = { session, batch: 1, isFirst: true, limit: everything };
  const offered = await offerOrders(db, {
    ...options,
    ...batch,
    run: run === null ? null : () => Promise.resolve(run),
  });
  const { rows: held } = await sql<HeldOrder>`
    select o.number, x.problem from order_exchange x join orders o on o.id = x.order_id
    where x.problem is not null and o.placed_at >= ${options.settings.since?.toISOString() ?? '-infinity'}::timestamptz
    order by o.placed_at, o.id`.execute(db);
  return { ...offered, held };
}
