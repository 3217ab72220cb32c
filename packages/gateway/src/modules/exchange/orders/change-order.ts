import { orderFacts, type Document, type OrderFacts } from '@kontor/commerceml';
import type { OrderStatus } from '@kontor/contract';

import { writeOrderEvent, type Applying, type KnownOrder } from './applying.js';
import { attachDocument, attachedKinds, type ToldDocument } from './attach-document.js';
import { movePart } from './change-part.js';
import { progressOf, type Progress } from './order-progress.js';
import type { PlannedLines } from './plan-lines.js';
import { mappedStatus, statusNames } from './statuses.js';
import { writeFacts, type Noted } from './write-facts.js';
import { readLines, writeLines } from './write-lines.js';

/** What a document tells of an order. */
export type ToldOrder = Pick<
  Document,
  'date1C' | 'discounts' | 'isDeleted' | 'lines' | 'number1C' | 'requisites' | 'subordinates' | 'total'
>;

/** Where a document moves the order or the part that it is about. */
export interface Move {
  /** Undefined where it tells none that count. */
  readonly lines: PlannedLines | undefined;
  readonly progressFrom: (current: OrderStatus, total: string) => Progress;
}

/** What became of the order. */
export interface Moved {
  readonly status: OrderStatus;
  readonly hasNewLines: boolean;
  /** Where the document would have moved it, had that been possible. */
  readonly refused: OrderStatus | undefined;
  /** Where it moved the part that it is about. */
  readonly partStatus?: OrderStatus | undefined;
}

/**
 * Takes into a locked order what 1C says of it, or of one of its parts: lines, facts, documents, status. What it doesn't say
 * stays; the same document again changes nothing.
 * @returns whether anything changed
 */
export async function changeOrder(applying: Applying, order: KnownOrder, told: ToldOrder): Promise<boolean> {
  const { db, settings, stock, events } = applying;
  const { part } = order;
  const facts = orderFacts(told);
  const isLive = facts.isCancelled !== true;
  const lines = isLive ? await linesOf(applying, order, told) : undefined;
  const mapped = mappedStatus([facts.statusId, facts.status], settings);
  const noted = await writeFacts(applying, order, facts, mapped);
  let attached = 0;
  for (const document of documentsOf(told, facts))
    if (await attachDocument(applying, order, document)) attached += 1;

  // What is told of a closed order is all that there will be: what left before counts.
  const isShipped = facts.isShipped ?? (noted.isClosed ? noted.isShipped : undefined);
  const reached = noted.isClosed ? (mapped ?? 'closed') : mapped;
  const progressFrom: Move['progressFrom'] = (current, total) =>
    progressOf(current, { ...facts, isShipped }, reached, told, total);
  const move = { lines, progressFrom };
  const moved = part ? await movePart(applying, order, part, move) : await moveOrder(applying, order, move);
  const { status, hasNewLines, refused, partStatus } = moved;
  if (refused !== undefined)
    applying.report({
      severity: 'warning',
      code: 'status_not_allowed',
      message: `The order is "${order.status}" here and cannot become "${refused}"`,
      recordId: part?.id ?? order.id,
      recordName: part?.number ?? order.number,
    });
  if (status !== order.status)
    await db.updateTable('orders').set({ status }).where('id', '=', order.id).execute();

  // The stock that 1C tells is without the goods of orders that it has.
  if (isTaken(facts) || hasNewLines || status !== order.status || partStatus !== undefined)
    await stock.release(applying, order.id, part?.warehouseId);

  const comment = commentOf(order, facts, moved, {
    ...noted,
    isNewlyClosed: noted.isNewlyClosed && isLive && isShipped !== true,
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

/** Lines of a document; of an order in parts only its parts' documents tell lines. */
async function linesOf(
  applying: Applying,
  order: KnownOrder,
  told: ToldOrder,
): Promise<PlannedLines | undefined> {
  if (!told.lines) return undefined;
  if (order.part || order.parts.length === 0)
    return readLines(applying, order, { ...told, lines: told.lines });
  applying.report({
    severity: 'warning',
    code: 'order_in_parts',
    message: '1C has the order as several documents, and this one is none of them: its lines are left out',
    recordId: order.id,
    recordName: order.number,
  });
  return undefined;
}

async function moveOrder(
  applying: Applying,
  order: KnownOrder,
  { lines, progressFrom }: Move,
): Promise<Moved> {
  const written = lines && (await writeLines(applying, order, lines));
  const progress = progressFrom(order.status, written?.total ?? order.total);
  return {
    status: progress.kind === 'moved' ? progress.status : order.status,
    hasNewLines: written?.isChanged === true,
    refused: progress.kind === 'refused' ? progress.status : undefined,
  };
}

const isTaken = ({ state }: OrderFacts): boolean => state !== 'sent';

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
  { part }: KnownOrder,
  facts: OrderFacts,
  { hasNewLines, partStatus }: Moved,
  { isNewlyPaid, isNewlyClosed }: Pick<Noted, 'isNewlyClosed' | 'isNewlyPaid'>,
): string | null {
  const paid = facts.paymentNumber === undefined ? 'Оплачен' : `Оплачен, документ ${facts.paymentNumber}`;
  const parts = [
    ...(partStatus === undefined ? [] : [statusNames[partStatus]]),
    ...(hasNewLines ? ['Состав изменён в 1С'] : []),
    ...(isNewlyPaid ? [paid] : []),
    ...(isNewlyClosed ? ['Закрыт в 1С, отгрузка не указана'] : []),
  ];
  if (parts.length === 0) return null;
  return part ? `${part.number}: ${parts.join('. ')}` : parts.join('. ');
}
