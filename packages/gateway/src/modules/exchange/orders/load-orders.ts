import { sql, type Kysely } from 'kysely';

import type { Localized, StoredLocation, Tables } from '../../../database/tables.js';
import { groupBy } from '../../../group-by.js';

/** An order as its document is made of it. Amounts are decimal strings. */
export interface OrderToSend {
  /** Of its document. */
  readonly id: string;
  readonly number: string;
  /** What of which order it is, where it is one of several documents. */
  readonly part?: { readonly order: string; readonly of: string };
  /** Documents that 1C gets of it; null before its first offer. */
  readonly documents: number | null;
  readonly status: Tables['orders']['status'];
  readonly placedAt: Date;
  readonly placedBy: string | null;
  readonly currency: string;
  readonly vatMode: 'excluded' | 'included' | 'none';
  readonly deliveryCost: string | null;
  readonly delivery: { name?: string; location?: StoredLocation | null; street?: string | null } | null;
  readonly requestedDate: string | null;
  readonly purchaseOrderNumber: string | null;
  readonly comment: string | null;
  readonly agreement: string | null;
  readonly contract: string | null;
  readonly contact: { name?: string; email?: string } | null;
  readonly company: {
    readonly id: string;
    readonly externalId: string | null;
    readonly name: string;
    readonly requisites: Readonly<Record<string, string>>;
    readonly address: string;
  };
  readonly lines: readonly LineToSend[];
  /** Where its goods were reserved. */
  readonly warehouses: readonly WarehouseToTell[];
}

interface WarehouseToTell {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: Localized;
}

export interface LineToSend {
  readonly orderId: string;
  readonly position: number;
  /** Null where 1C told nothing of the goods since the order was offered. */
  readonly externalId: string | null;
  readonly variantId: number | null;
  readonly sku: string;
  readonly name: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly vatRate: string | null;
  readonly net: string;
  readonly vat: string;
  /** Where it was reserved, and how much of it. */
  readonly reserved: readonly (WarehouseToTell & { readonly quantity: string })[];
}

/** Orders with everything that 1C is told of them, oldest first. */
export async function loadOrders(db: Kysely<Tables>, ids: readonly string[]): Promise<OrderToSend[]> {
  if (ids.length === 0) return [];
  const { rows: orders } = await sql<Omit<OrderToSend, 'lines' | 'warehouses'>>`
    select o.id, o.number, x.documents, o.status, o.placed_at as "placedAt", o.placed_by as "placedBy", o.currency,
      o.vat_mode as "vatMode", o.delivery_cost as "deliveryCost", o.delivery, o.requested_date as "requestedDate",
      o.purchase_order_number as "purchaseOrderNumber", o.comment,
      coalesce(o.context->'agreement'->>'name', a.name) as agreement,
      coalesce(o.context->'agreement'->>'number', a.number) as contract, o.context->'contact' as contact,
      json_build_object('id', c.id, 'externalId', c.external_id, 'name', c.name, 'requisites', c.requisites,
        'address', c.address) as company
    from orders o join company c on c.id = o.company_id left join agreement a on a.id = o.agreement_id
      left join order_exchange x on x.order_id = o.id
    where o.id = any(${[...ids]}::text[]) order by o.placed_at, o.id`.execute(db);
  const { rows: lines } = await sql<Omit<LineToSend, 'reserved'>>`
    select l.order_id as "orderId", l.position, v.external_id as "externalId", l.variant_id as "variantId", l.sku, l.name,
      l.unit_code as "unitCode", l.unit_name as "unitName", l.quantity, l.unit_price as "unitPrice", l.vat_rate as "vatRate", l.net, l.vat
    from order_line l left join variant v on v.id = l.variant_id
    where l.order_id = any(${[...ids]}::text[]) order by l.order_id, l.position`.execute(db);
  // 1C may have put other goods into the place of a line since it was reserved.
  const { rows: reserved } = await sql<
    LineToSend['reserved'][number] & { orderId: string; position: number; isOfLine: boolean }
  >`
    select r.order_id as "orderId", r.position, w.id, w.external_id as "externalId", w.name, r.quantity,
      coalesce(l.variant_id = r.variant_id, false) as "isOfLine"
    from reservation r join warehouse w on w.id = r.warehouse_id
      left join order_line l on l.order_id = r.order_id and l.position = r.position
    where r.order_id = any(${[...ids]}::text[]) order by r.order_id, r.position, w.position, w.id`.execute(
    db,
  );
  const linesOf = groupBy(lines, ({ orderId }) => orderId);
  const reservedOf = groupBy(reserved, ({ orderId }) => orderId);
  return orders.map((order) => {
    const ofOrder = reservedOf.get(order.id) ?? [];
    const ofLine = groupBy(
      ofOrder.filter(({ isOfLine }) => isOfLine),
      ({ position }) => position,
    );
    return {
      ...order,
      lines: (linesOf.get(order.id) ?? []).map((line) => ({
        ...line,
        reserved: ofLine.get(line.position) ?? [],
      })),
      warehouses: [...groupBy(ofOrder, (each) => each.id).values()].flatMap(([first]) => first ?? []),
    };
  });
}
