import { json } from '../../../database/json.js';
import { add, decimal, decimalText, plain } from '../../../money/decimal.js';
import { totalsOf } from '../../cart/service.js';
import type { Applying, KnownOrder } from './applying.js';
import type { Move, Moved } from './change-order.js';
import type { OrderPart } from './order-parts.js';
import { combinedStatus, stepTo } from './order-progress.js';
import type { PlannedLine, PlannedLines } from './plan-lines.js';
import { deliveryCostOf, isSame, isSameAmount, keyOf, sumsOf, writeLines } from './write-lines.js';

/**
 * Takes into one of the parts of an order what 1C says of it, and into the order what follows: its lines are those of all parts
 * that are not canceled, and it is as far as they are.
 */
export async function movePart(
  applying: Applying,
  order: KnownOrder,
  part: OrderPart,
  { lines, progressFrom }: Move,
): Promise<Moved> {
  const now = lines === undefined ? part : withLines(part, lines);
  const { total } = totalsOf(sumsOf(now.lines), order.currency, now.deliveryCost);
  // The shop has canceled all parts together, whatever 1C still does with this one.
  const step = progressFrom(order.status === 'canceled' ? 'canceled' : part.status, total);
  const moved = step.kind === 'moved' ? { ...now, status: step.status } : now;
  if (moved !== part) await writePart(applying, order.id, moved);

  const parts = order.parts.map((each) => (each.part === part.part ? moved : each));
  const live = parts.filter(({ status }) => status !== 'canceled');
  const isOther = now !== part || (moved.status !== part.status && moved.status === 'canceled');
  const hasNewLines =
    isOther && live.length > 0 && (await writeLines(applying, order, joinParts(live))).isChanged;
  const whole = stepTo(combinedStatus(parts.map(({ status }) => status)), order.status);
  return {
    status: whole.kind === 'moved' ? whole.status : order.status,
    hasNewLines,
    refused: [step, whole].flatMap((each) => (each.kind === 'refused' ? each.status : []))[0],
    partStatus: step.kind === 'moved' ? step.status : undefined,
  };
}

function withLines(part: OrderPart, lines: PlannedLines): OrderPart {
  const deliveryCost = deliveryCostOf(lines, part);
  const isKnown = isSame(lines.lines, part.lines) && isSameAmount(deliveryCost, part.deliveryCost);
  return isKnown ? part : { ...part, lines: lines.lines, deliveryCost };
}

async function writePart(
  { db }: Pick<Applying, 'db'>,
  orderId: string,
  { part, status, lines, deliveryCost }: OrderPart,
): Promise<void> {
  await db
    .updateTable('order_part')
    .set({ status, lines: json(lines), delivery_cost: deliveryCost })
    .where('order_id', '=', orderId)
    .where('part', '=', part)
    .execute();
}

/** Lines that were divided are one again, as long as 1C leaves their price alone. */
export function joinParts(parts: readonly Pick<OrderPart, 'deliveryCost' | 'lines'>[]): PlannedLines {
  const joined = new Map<string, PlannedLine>();
  for (const line of parts.flatMap(({ lines }) => lines)) {
    const key = `${keyOf(line)}\n${line.unitPrice}\n${line.vatRate ?? ''}`;
    const known = joined.get(key);
    joined.set(key, known ? sumOf(known, line) : line);
  }
  const costs = parts.flatMap(({ deliveryCost }) => (deliveryCost === null ? [] : decimal(deliveryCost)));
  return {
    lines: [...joined.values()],
    deliveryCost: costs.length === 0 ? null : decimalText(costs.reduce(add)),
  };
}

function sumOf(left: PlannedLine, right: PlannedLine): PlannedLine {
  const sum = (of: (line: PlannedLine) => string): string =>
    decimalText(add(decimal(of(left)), decimal(of(right))));
  return {
    ...left,
    quantity: plain(sum((line) => line.quantity)),
    net: sum((line) => line.net),
    vat: sum((line) => line.vat),
    total: sum((line) => line.total),
  };
}
