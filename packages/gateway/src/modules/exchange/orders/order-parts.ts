import { sql, type Kysely } from 'kysely';

import { json } from '../../../database/json.js';
import type { Tables } from '../../../database/tables.js';
import { groupBy } from '../../../group-by.js';
import type { OrderToSend } from './load-orders.js';
import { furthest, combinedStatus } from './order-progress.js';
import type { OrderExchangeSettings } from './order-settings.js';
import type { PlannedLine } from './plan-lines.js';
import { splitOrder } from './split-order.js';

/** One of the documents that 1C has of an order, as it told of it last. */
export interface OrderPart {
  /** From 1 on. */
  readonly part: number;
  /** Id of the document, as the shop told it. */
  readonly id: string;
  readonly number: string;
  /** Id of the document, where 1C has another one. */
  readonly externalId: string | null;
  readonly warehouseId: string;
  readonly status: Tables['orders']['status'];
  readonly lines: readonly PlannedLine[];
  readonly deliveryCost: string | null;
  readonly number1C: string | null;
  readonly isPaid: boolean | null;
  readonly isShipped: boolean | null;
  readonly isClosed: boolean | null;
}

/** Parts of orders by order, in their order; nothing of those that 1C has as one document. */
export async function findParts(
  db: Kysely<Tables>,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OrderPart[]>> {
  if (orderIds.length === 0) return new Map();
  const { rows } = await sql<OrderPart & { orderId: string }>`
    select order_id as "orderId", part, id, number, external_id as "externalId", warehouse_id as "warehouseId", status, lines,
      delivery_cost as "deliveryCost", number_1c as "number1C", is_paid as "isPaid", is_shipped as "isShipped",
      is_closed as "isClosed"
    from order_part where order_id = any(${[...orderIds]}::text[]) order by order_id, part`.execute(db);
  return groupBy(rows, ({ orderId }) => orderId);
}

/**
 * Decides of orders that are offered for the first time how many documents 1C gets of each. What it has as one stays one, and
 * parts stay parts, whatever the setting is later.
 */
export async function divideOrders(
  db: Kysely<Tables>,
  orders: readonly OrderToSend[],
  { documentPer }: Pick<OrderExchangeSettings, 'documentPer'>,
): Promise<void> {
  const undecided = orders.filter(({ documents }) => documents === null);
  if (undecided.length === 0) return;
  const divided = undecided.map((order) => {
    const parts = documentPer === 'warehouse' ? splitOrder(order) : [];
    return { order, parts: parts.length > 1 ? parts : [] };
  });
  const rows = divided.flatMap(({ order, parts }) =>
    parts.map(({ warehouseId, lines }, index) => ({
      orderId: order.id,
      part: index + 1,
      id: `${order.id}~${String(index + 1)}`,
      number: `${order.number}-${String(index + 1)}`,
      warehouseId,
      // Canceled are parts that 1C has canceled itself: of this order it never heard.
      status: order.status === 'canceled' ? 'placed' : order.status,
      lines,
      // One of the documents has it as its line.
      deliveryCost: index === 0 ? order.deliveryCost : null,
    })),
  );
  await sql`
    insert into order_part (order_id, part, id, number, warehouse_id, status, lines, delivery_cost)
    select r."orderId", r.part, r.id, r.number, r."warehouseId", r.status, r.lines, r."deliveryCost"
    from json_to_recordset(${json(rows)}::json) as r ("orderId" text, part int, id text, number text, "warehouseId" text,
      status text, lines jsonb, "deliveryCost" numeric)`.execute(db);
  const counts = divided.map(({ order, parts }) => ({ id: order.id, documents: Math.max(parts.length, 1) }));
  await sql`
    update order_exchange x set documents = r.documents
    from json_to_recordset(${json(counts)}::json) as r (id text, documents int) where x.order_id = r.id`.execute(
    db,
  );
}

/** A part as its document is made of it. */
interface PartToSend extends Pick<OrderPart, 'deliveryCost' | 'id' | 'number' | 'part' | 'status'> {
  readonly orderId: string;
  readonly warehouse: OrderToSend['warehouses'][number];
  readonly lines: readonly (PlannedLine & { readonly externalId: string | null })[];
}

/** What the documents of an order are made of: itself, or its parts. */
interface Documents {
  readonly order: OrderToSend;
  readonly documents: readonly OrderToSend[];
}

/** Finds the documents of orders that were divided. */
export async function documentsOf(db: Kysely<Tables>, orders: readonly OrderToSend[]): Promise<Documents[]> {
  const { rows } = await sql<PartToSend>`
    select p.order_id as "orderId", p.part, p.id, p.number, p.status, p.delivery_cost as "deliveryCost",
      json_build_object('id', w.id, 'externalId', w.external_id, 'name', w.name) as warehouse,
      (select json_agg(l.value || jsonb_build_object('externalId', v.external_id) order by l.ordinality)
        from jsonb_array_elements(p.lines) with ordinality l left join variant v on v.id = (l.value->>'variantId')::int) as lines
    from order_part p join warehouse w on w.id = p.warehouse_id
    where p.order_id = any(${orders.map(({ id }) => id)}::text[]) order by p.order_id, p.part`.execute(db);
  const partsOf = groupBy(rows, ({ orderId }) => orderId);
  return orders.map((order) => {
    const parts = partsOf.get(order.id);
    // What 1C has canceled itself needs no word.
    const live = parts?.filter(({ status }) => status !== 'canceled');
    return { order, documents: parts && live ? live.map((part) => partOf(order, part, parts)) : [order] };
  });
}

function partOf(order: OrderToSend, part: PartToSend, parts: readonly PartToSend[]): OrderToSend {
  return {
    ...order,
    id: part.id,
    number: part.number,
    part: { order: order.number, of: `${String(part.part)} из ${String(parts.length)}` },
    status: statusOf(order, part, parts),
    deliveryCost: part.deliveryCost,
    warehouses: [part.warehouse],
    lines: part.lines.map((line, index) => ({
      ...line,
      orderId: order.id,
      position: index + 1,
      reserved: [],
    })),
  };
}

/** A part is where 1C has it, or where the shop has moved the whole order. */
function statusOf(order: OrderToSend, part: PartToSend, parts: readonly PartToSend[]): OrderToSend['status'] {
  if (order.status === 'canceled' || part.status === 'canceled') return order.status;
  const ofParts = combinedStatus(parts.map(({ status }) => status));
  return order.status === ofParts ? part.status : furthest(order.status, part.status);
}
