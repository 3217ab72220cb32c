import { writeDocuments } from '@kontor/commerceml';
import { sql, type Kysely } from 'kysely';

import { inTransaction } from '../../../database/in-transaction.js';
import { json } from '../../../database/json.js';
import type { Tables } from '../../../database/tables.js';
import { writeProblems } from '../journal.js';
import {
  findOffered,
  findWaiting,
  lockOffers,
  takeBackOffers,
  withdrawOffers,
  type HoldReason,
  type WaitingOrder,
} from './choose-orders.js';
import { loadOrders, type OrderToSend } from './load-orders.js';
import { localTime } from './local-time.js';
import { orderDocument } from './order-document.js';
import { divideOrders, documentsOf } from './order-parts.js';
import type { OrderExchangeSettings } from './order-settings.js';

export interface OfferOptions {
  readonly session: string;
  readonly batch: number;
  /** The first query of a session: what others were offered and never confirmed is offered again. */
  readonly isFirst: boolean;
  /** Orders of a batch. @default 100 */
  readonly limit?: number;
  readonly now: Date;
  readonly settings: OrderExchangeSettings;
  /** Zone of dates and times in 1C. IANA. */
  readonly timeZone: string;
  /** Finds the run whose journal tells of orders, where there are any; null: only the orders themselves say so. */
  readonly run: ((db: Kysely<Tables>) => Promise<number>) | null;
}

/**
 * Gives a batch of orders to 1C: those that it doesn't have in their present revision. The same batch asked again gives the same
 * orders, and nothing counts as delivered before `confirmOrders`.
 */
export async function offerOrders(
  db: Kysely<Tables>,
  { session, batch, isFirst, limit = 100, now, settings, timeZone, run }: OfferOptions,
): Promise<{ document: Uint8Array; count: number }> {
  return inTransaction(db, async (db) => {
    await lockOffers(db);
    if (isFirst) await takeBackOffers(db, session);
    let ids = await findOffered(db, session, batch);
    if (ids.length === 0) {
      const waiting = await findWaiting(db, { limit, since: settings.since });
      const sent = waiting.filter(({ problem }) => problem === undefined);
      await writeOffers(db, session, batch, waiting);
      if (run && waiting.length > 0) await writeProblems(db, await run(db), null, waiting.flatMap(heldBack));
      ids = sent.map(({ id }) => id);
    }
    const orders = await loadOrders(db, ids);
    await divideOrders(db, orders, settings);
    const told = await documentsOf(db, orders);
    const whole = told.filter(({ documents }) => documents.every(isWhole));
    // Goods may have gone since the batch was first given: an order is never sent in part, nor confirmed without being sent.
    await withdrawOffers(
      db,
      told.filter((each) => !whole.includes(each)).map(({ order }) => order.id),
    );
    const documents = whole
      .flatMap((each) => each.documents)
      .map((each) => orderDocument(each, { timeZone, taxName: settings.taxName }));
    const document = writeDocuments(documents, {
      version: settings.version,
      encoding: settings.encoding,
      generatedAt: localTime(now, timeZone),
    });
    return { document, count: whole.length };
  });
}

const isWhole = ({ lines }: OrderToSend): boolean => lines.every(({ externalId }) => externalId !== null);

async function writeOffers(
  db: Kysely<Tables>,
  session: string,
  batch: number,
  waiting: readonly WaitingOrder[],
): Promise<void> {
  if (waiting.length === 0) return;
  await sql`
    insert into order_exchange (order_id, problem, offered_session, offered_batch, offered_revision)
    select r.id, r.problem, case when r.problem is null then ${session}::text end,
      case when r.problem is null then ${batch}::int end, case when r.problem is null then r.revision end
    from json_to_recordset(${json(waiting)}::json) as r (id text, problem text, revision int)
    on conflict (order_id) do update set problem = excluded.problem, offered_session = excluded.offered_session,
      offered_batch = excluded.offered_batch, offered_revision = excluded.offered_revision`.execute(db);
}

const reasons: Readonly<Record<HoldReason, string>> = {
  unknown_goods: 'A line has goods without an id of 1C: the order is not sent until 1C has told of them',
  no_price: 'A line has no price: the order is not sent',
  sums_differ: "The lines do not add up to the order's total: the order is not sent",
};

function heldBack({ id, number, problem }: WaitingOrder) {
  if (problem === undefined) return [];
  const code = `order_${problem}` as const;
  return [{ severity: 'error' as const, code, message: reasons[problem], recordId: id, recordName: number }];
}
