import { orderFacts, type Document, type OrderFacts } from '@kontor/commerceml';
import { sql } from 'kysely';

import { writeOrderEvent, type Applying, type KnownOrder } from './applying.js';
import { attachDocument, attachedKinds, type ToldDocument } from './attach-document.js';
import { progressOf } from './order-progress.js';
import type { MappedStatus } from './order-settings.js';
import { mappedStatus } from './statuses.js';
import { writeLines } from './write-lines.js';

/** What a document tells of an order. */
export type ToldOrder = Pick<
  Document,
  'date1C' | 'discounts' | 'isDeleted' | 'lines' | 'number1C' | 'requisites' | 'subordinates' | 'total'
>;

/**
 * Takes into a locked order what 1C says of it: lines, facts, documents, status. What it doesn't say stays; the same document
 * again changes nothing.
 * @returns whether anything changed
 */
export async function changeOrder(applying: Applying, order: KnownOrder, told: ToldOrder): Promise<boolean> {
  const { db, settings, stock, events } = applying;
  const facts = orderFacts(told);
  const isLive = facts.isCancelled !== true;
  const lines =
    isLive && told.lines ? await writeLines(applying, order, { ...told, lines: told.lines }) : undefined;
  const mapped = mappedStatus([facts.statusId, facts.status], settings);
  const noted = await writeFacts(applying, order.id, facts, mapped);
  let attached = 0;
  for (const document of documentsOf(told, facts))
    if (await attachDocument(applying, order, document)) attached += 1;

  // What is told of a closed order is all that there will be: what left before counts.
  const isShipped = facts.isShipped ?? (noted.isClosed ? noted.isShipped : undefined);
  const progress = progressOf(
    order.status,
    { ...facts, isShipped },
    noted.isClosed ? (mapped ?? 'closed') : mapped,
    told,
    lines?.total ?? order.total,
  );
  if (progress.kind === 'refused')
    applying.report({
      severity: 'warning',
      code: 'status_not_allowed',
      message: `The order is "${order.status}" here and cannot become "${progress.status}"`,
      recordId: order.id,
      recordName: order.number,
    });
  const status = progress.kind === 'moved' ? progress.status : order.status;
  if (progress.kind === 'moved')
    await db.updateTable('orders').set({ status }).where('id', '=', order.id).execute();

  // The stock that 1C tells is without the goods of orders that it has.
  if (isTaken(facts) || lines?.isChanged === true || status !== order.status)
    await stock.release(applying, order.id);

  const comment = commentOf(facts, {
    hasNewLines: lines?.isChanged === true,
    isNewlyPaid: noted.isNewlyPaid,
    isClosedUnshipped: noted.isNewlyClosed && isLive && isShipped !== true,
  });
  if (status !== order.status || comment !== null) await writeOrderEvent(applying, order, status, comment);
  // Whoever has the order open reads it anew: an event is a hint, and there is none for lines or papers alone.
  if (status !== order.status || comment !== null || attached > 0)
    await events.publish(
      applying,
      { companyId: order.companyId, about: 'order', memberId: order.memberId },
      { type: 'order.status', orderId: order.id, number: order.number, status },
    );
  return status !== order.status || comment !== null || noted.isChanged || attached > 0;
}

const isTaken = ({ state }: OrderFacts): boolean => state !== 'sent';

/** What is known of an order in 1C besides its status, with what a document has just told. */
interface Noted {
  readonly isChanged: boolean;
  readonly isNewlyPaid: boolean;
  readonly isNewlyClosed: boolean;
  readonly isClosed: boolean;
  readonly isShipped: boolean | undefined;
}

/** Payment, shipment, closing and the number in 1C are facts of their own: each stays until 1C says otherwise. */
async function writeFacts(
  { db }: Applying,
  orderId: string,
  { number1C, date1C, isPaid, isShipped, isConfirmed }: OrderFacts,
  mapped: MappedStatus | undefined,
): Promise<Noted> {
  const before = await db
    .selectFrom('order_exchange')
    .select(['is_paid as isPaid', 'is_shipped as isShipped', 'is_closed as isClosed'])
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  const isClosed = mapped === undefined ? undefined : mapped === 'closed';
  const noted = {
    isNewlyPaid: isPaid === true && before?.isPaid !== true,
    isNewlyClosed: isClosed === true && before?.isClosed !== true,
    isClosed: isClosed ?? before?.isClosed ?? false,
    isShipped: isShipped ?? before?.isShipped ?? undefined,
  };
  const told = [number1C, date1C, isPaid, isShipped, isConfirmed, isClosed];
  if (told.every((fact) => fact === undefined)) return { isChanged: false, ...noted };
  const { rows } = await sql`
    insert into order_exchange as x (order_id, number_1c, date_1c, is_paid, is_shipped, is_posted, is_closed)
    values (${orderId}, ${number1C ?? null}, ${date1C ?? null}, ${isPaid ?? null}::boolean, ${isShipped ?? null}::boolean,
      ${isConfirmed ?? null}::boolean, ${isClosed ?? null}::boolean)
    on conflict (order_id) do update set number_1c = coalesce(excluded.number_1c, x.number_1c),
      date_1c = coalesce(excluded.date_1c, x.date_1c), is_paid = coalesce(excluded.is_paid, x.is_paid),
      is_shipped = coalesce(excluded.is_shipped, x.is_shipped), is_posted = coalesce(excluded.is_posted, x.is_posted),
      is_closed = coalesce(excluded.is_closed, x.is_closed)
    where (x.number_1c, x.date_1c, x.is_paid, x.is_shipped, x.is_posted, x.is_closed) is distinct from
      (coalesce(excluded.number_1c, x.number_1c), coalesce(excluded.date_1c, x.date_1c), coalesce(excluded.is_paid, x.is_paid),
        coalesce(excluded.is_shipped, x.is_shipped), coalesce(excluded.is_posted, x.is_posted),
        coalesce(excluded.is_closed, x.is_closed))
    returning 1`.execute(db);
  return { isChanged: rows.length > 0, ...noted };
}

function documentsOf({ subordinates = [] }: ToldOrder, facts: OrderFacts): ToldDocument[] {
  const told = subordinates.flatMap((each): ToldDocument[] => {
    const kind = attachedKinds[each.kind];
    const number = each.number1C ?? each.number ?? each.id;
    if (kind === undefined || !number || each.isDeleted === true) return [];
    return [{ kind, number, date: each.date1C ?? each.date ?? undefined }];
  });
  const { shipmentNumber: number, shipmentDate: date } = facts;
  const isTold = number === undefined || told.some((each) => each.kind === 'deliveryNote');
  return isTold ? told : [...told, { kind: 'deliveryNote', number, date }];
}

function commentOf(
  facts: OrderFacts,
  {
    hasNewLines,
    isNewlyPaid,
    isClosedUnshipped,
  }: { hasNewLines: boolean; isNewlyPaid: boolean; isClosedUnshipped: boolean },
): string | null {
  const paid = facts.paymentNumber === undefined ? 'Оплачен' : `Оплачен, документ ${facts.paymentNumber}`;
  const parts = [
    ...(hasNewLines ? ['Состав изменён в 1С'] : []),
    ...(isNewlyPaid ? [paid] : []),
    ...(isClosedUnshipped ? ['Закрыт в 1С, отгрузка не указана'] : []),
  ];
  return parts.length === 0 ? null : parts.join('. ');
}
