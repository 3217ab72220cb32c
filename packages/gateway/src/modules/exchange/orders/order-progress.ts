import { readFlag, requisiteValue, type Document, type OrderFacts } from '@kontor/commerceml';
import type { OrderStatus } from '@kontor/contract';

import { add, compare, decimal, zero } from '../../../money/decimal.js';
import type { MappedStatus } from './order-settings.js';

type Live = Exclude<OrderStatus, 'canceled'>;

const rank: Readonly<Record<Live, number>> = {
  placed: 0,
  confirmed: 1,
  assembling: 2,
  shipped: 3,
  delivered: 4,
};

/** Where a document moves an order; `refused` where the order is past that here. */
export type Progress =
  | { readonly kind: 'moved'; readonly status: OrderStatus }
  | { readonly kind: 'refused'; readonly status: OrderStatus }
  | { readonly kind: 'same' };

/**
 * The furthest status that the facts tell; an order never goes back, and payment alone moves none: it is a fact beside the
 * status. Goods of which only a part has left are being assembled, unless 1C has closed the order: then no more will leave. One
 * that was closed although nothing is known to have left is confirmed at most, because 1C closes orders that it never ships.
 */
export function progressOf(
  current: OrderStatus,
  facts: Pick<OrderFacts, 'isCancelled' | 'isConfirmed' | 'isShipped'>,
  mapped: MappedStatus | undefined,
  document: Pick<Document, 'requisites' | 'subordinates'>,
  total: string,
): Progress {
  const isClosed = mapped === 'closed';
  if (facts.isCancelled === true || mapped === 'canceled') return stepTo('canceled', current);
  const told: Live[] = ['placed'];
  if (mapped !== undefined && !isClosed) told.push(mapped);
  if (isClosed) told.push('confirmed');
  if (facts.isConfirmed === true) told.push('confirmed');
  if (facts.isShipped === true) told.push(!isClosed && isPartly(document, total) ? 'assembling' : 'shipped');
  return stepTo(told.reduce(furthest), current);
}

/** Whether an order may go where it is told to be. */
export function stepTo(status: OrderStatus, current: OrderStatus): Progress {
  if (status === 'canceled') return canceled(current);
  if (current === 'canceled')
    return rank[status] >= rank.shipped ? { kind: 'refused', status } : { kind: 'same' };
  return rank[status] > rank[current] ? { kind: 'moved', status } : { kind: 'same' };
}

function canceled(current: OrderStatus): Progress {
  if (current === 'canceled') return { kind: 'same' };
  const isGone = rank[current] >= rank.shipped;
  return { kind: isGone ? 'refused' : 'moved', status: 'canceled' };
}

export const furthest = (left: Live, right: Live): Live => (rank[right] > rank[left] ? right : left);

/**
 * Where an order of several parts is: as far as all of its parts that are not canceled, but being assembled as soon as one of
 * them is, or has left.
 */
export function combinedStatus(parts: readonly OrderStatus[]): OrderStatus {
  const live = parts.filter((each) => each !== 'canceled');
  const [first, ...others] = live;
  if (first === undefined) return 'canceled';
  const least = others.reduce((left, right) => (rank[right] < rank[left] ? right : left), first);
  return live.some((each) => rank[each] >= rank.assembling) ? furthest(least, 'assembling') : least;
}

/** Shipments that tell their sums tell how much has left, unless 1C says that all has. */
function isPartly(
  { requisites, subordinates }: Pick<Document, 'requisites' | 'subordinates'>,
  total: string,
): boolean {
  if (readFlag(requisiteValue(requisites, 'Отгружен') ?? '') === true) return false;
  const shipments = (subordinates ?? []).filter(
    ({ kind, isDeleted }) => kind === 'shipment' && isDeleted !== true,
  );
  const sums = shipments.map((each) => each.total);
  if (sums.length === 0 || sums.some((sum) => sum == null)) return false;
  const shipped = sums.reduce((whole, sum) => add(whole, decimal(sum ?? '0')), zero);
  return compare(shipped, decimal(total)) < 0;
}
