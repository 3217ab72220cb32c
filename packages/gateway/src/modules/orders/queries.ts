import type { OrderStatus, Provenance } from '@kontor/contract';
import { sql, type Expression, type SqlBool } from 'kysely';

import { json } from '../../database/json.js';
import type { VatSums } from '../../database/tables.js';
import type { BuyerScope, Scope } from '../../scope.js';
import type { SettledDelivery } from '../delivery/types.js';
import type { OrderContext } from './types.js';

/** An order without its lines, as it is stored. */
export interface OrderRow {
  id: string;
  number: string;
  status: OrderStatus;
  provenance: Provenance;
  placedAt: Date;
  placedBy: string | null;
  memberId: string | null;
  companyId: string;
  sellerId: string;
  agreementId: string | null;
  currency: string;
  vatMode: 'included' | 'excluded' | 'none';
  vatSums: VatSums;
  total: string;
  deliveryCost: string | null;
  lineCount: number;
  purchaseOrderNumber: string | null;
  /** 1C's own number, where it is another one. */
  accountingNumber: string | null;
  delivery: SettledDelivery | null;
  requestedDate: string | null;
  urgency: 'planned' | 'normal' | 'urgent';
  comment: string | null;
  context: OrderContext;
}

/** What a list of orders is narrowed by. */
export interface OrderFilter {
  status?: OrderStatus | undefined;
  provenance?: Provenance | undefined;
  query?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** Only orders of this member. */
  memberId?: string | undefined;
  companyId?: string | undefined;
}

function orders(scope: Pick<Scope, 'db'>) {
  return scope.db
    .selectFrom('orders')
    .select((select) => [
      'orders.id as id',
      'orders.number as number',
      'orders.status as status',
      'orders.provenance as provenance',
      'orders.placed_at as placedAt',
      'orders.placed_by as placedBy',
      'orders.member_id as memberId',
      'orders.company_id as companyId',
      'orders.seller_id as sellerId',
      'orders.agreement_id as agreementId',
      'orders.currency as currency',
      'orders.vat_mode as vatMode',
      'orders.vat_sums as vatSums',
      'orders.total as total',
      'orders.delivery_cost as deliveryCost',
      'orders.line_count as lineCount',
      'orders.purchase_order_number as purchaseOrderNumber',
      select
        .selectFrom('order_exchange')
        .select('number_1c')
        .whereRef('order_exchange.order_id', '=', 'orders.id')
        .whereRef('number_1c', '!=', 'orders.number')
        .as('accountingNumber'),
      'orders.delivery as delivery',
      'orders.requested_date as requestedDate',
      'orders.urgency as urgency',
      'orders.comment as comment',
      'orders.context as context',
    ]);
}

export async function findOrder(scope: Pick<Scope, 'db'>, id: string): Promise<OrderRow | undefined> {
  return (await orders(scope).where('orders.id', '=', id).executeTakeFirst()) as OrderRow | undefined;
}

/** The order, locked until the transaction ends. */
export async function lockOrder(scope: Scope, id: string): Promise<OrderRow | undefined> {
  return (await orders(scope).where('orders.id', '=', id).forUpdate().executeTakeFirst()) as
    OrderRow | undefined;
}

/** Orders newest first, after a place in that order. */
export async function listOrders(
  scope: Scope,
  filter: OrderFilter,
  limit: number,
  after: readonly [Date, string] | undefined,
): Promise<OrderRow[]> {
  const { status, provenance, query, from, to, memberId, companyId } = filter;
  const rows = await orders(scope)
    .where((where) => {
      const conditions: Expression<SqlBool>[] = [];
      if (status) conditions.push(where('status', '=', status));
      if (provenance) conditions.push(where('provenance', '=', provenance));
      if (memberId !== undefined) conditions.push(where('member_id', '=', memberId));
      if (companyId !== undefined) conditions.push(where('orders.company_id', '=', companyId));
      if (from) conditions.push(where('placed_at', '>=', new Date(`${from}T00:00:00Z`)));
      if (to)
        conditions.push(
          where('placed_at', '<', new Date(new Date(`${to}T00:00:00Z`).getTime() + 86_400_000)),
        );
      if (query?.trim()) {
        const text = query.trim();
        conditions.push(
          where.or([
            where(sql`upper(orders.number)`, '=', text.toUpperCase()),
            where('purchase_order_number', '=', text),
            where.exists(
              where
                .selectFrom('order_exchange')
                .select('order_exchange.order_id')
                .whereRef('order_exchange.order_id', '=', 'orders.id')
                .where(sql`upper(number_1c)`, '=', text.toUpperCase()),
            ),
            where.exists(
              where
                .selectFrom('order_part')
                .select('order_part.order_id')
                .whereRef('order_part.order_id', '=', 'orders.id')
                .where(sql`upper(order_part.number_1c)`, '=', text.toUpperCase()),
            ),
            where.exists(
              where
                .selectFrom('order_line')
                .select('order_line.order_id')
                .whereRef('order_line.order_id', '=', 'orders.id')
                .where('sku', '=', text),
            ),
          ]),
        );
      }
      if (after) {
        const [at] = after;
        conditions.push(
          where.or([
            where('placed_at', '<', at),
            where.and([where('placed_at', '=', at), where('orders.id', '<', after[1])]),
          ]),
        );
      }
      return where.and(conditions);
    })
    .orderBy('placed_at', 'desc')
    .orderBy('orders.id', 'desc')
    .limit(limit)
    .execute();
  return rows as OrderRow[];
}

export async function nextNumber(scope: Scope): Promise<string> {
  const { rows } = await sql<{ number: number }>`select nextval('order_number') as number`.execute(scope.db);
  return `K-${String(rows[0]?.number ?? 0).padStart(6, '0')}`;
}

/** What a new order consists of. */
export interface NewOrder {
  id: string;
  number: string;
  currency: string;
  vatMode: OrderRow['vatMode'];
  net: string;
  vat: string;
  total: string;
  deliveryCost: string | null;
  vatSums: VatSums;
  delivery: SettledDelivery | null;
  requestedDate: string | null;
  urgency: OrderRow['urgency'];
  purchaseOrderNumber: string | null;
  comment: string | null;
  context: OrderContext;
}

/** A line of a new order. */
export interface NewOrderLine {
  position: number;
  variantId: number;
  sku: string;
  name: string;
  unitCode: string;
  unitName: string;
  quantity: string;
  unitPrice: string;
  vatRate: string | null;
  net: string;
  vat: string;
  total: string;
  comment: string | null;
}

export async function insertOrder(
  scope: BuyerScope,
  order: NewOrder,
  lines: readonly NewOrderLine[],
): Promise<void> {
  const { company, agreement, context, person } = scope.caller;
  await scope.db
    .insertInto('orders')
    .values({
      id: order.id,
      number: order.number,
      company_id: company.id,
      seller_id: agreement.sellerId,
      agreement_id: agreement.id,
      member_id: context.memberId,
      placed_by: person.name,
      provenance: 'online',
      status: 'placed',
      placed_at: scope.now,
      currency: order.currency,
      vat_mode: order.vatMode,
      net: order.net,
      vat: order.vat,
      total: order.total,
      delivery_cost: order.deliveryCost,
      vat_sums: json(order.vatSums),
      line_count: lines.length,
      delivery: order.delivery === null ? null : json(order.delivery),
      requested_date: order.requestedDate,
      urgency: order.urgency,
      purchase_order_number: order.purchaseOrderNumber,
      comment: order.comment,
      context: json(order.context),
    })
    .execute();
  for (let start = 0; start < lines.length; start += 1000) {
    await scope.db
      .insertInto('order_line')
      .values(
        lines.slice(start, start + 1000).map((line) => ({
          order_id: order.id,
          company_id: company.id,
          position: line.position,
          variant_id: line.variantId,
          sku: line.sku,
          name: line.name,
          unit_code: line.unitCode,
          unit_name: line.unitName,
          quantity: line.quantity,
          unit_price: line.unitPrice,
          vat_rate: line.vatRate,
          net: line.net,
          vat: line.vat,
          total: line.total,
          comment: line.comment,
        })),
      )
      .execute();
  }
}

/** Moves an order on and writes its history. */
export async function writeStatus(
  scope: Scope,
  order: Pick<OrderRow, 'id' | 'companyId'>,
  status: OrderStatus,
  byName: string | null,
  comment: string | null,
): Promise<void> {
  await scope.db.updateTable('orders').set({ status }).where('id', '=', order.id).execute();
  await insertEvent(scope, order, status, byName, comment);
}

export async function insertEvent(
  scope: Scope,
  order: Pick<OrderRow, 'id' | 'companyId'>,
  status: OrderStatus,
  byName: string | null,
  comment: string | null,
): Promise<void> {
  await scope.db
    .insertInto('order_event')
    .values({
      order_id: order.id,
      company_id: order.companyId,
      status,
      at: scope.now,
      by_name: byName,
      comment,
    })
    .execute();
}

export async function findOrderLines(scope: Pick<Scope, 'db'>, orderId: string) {
  return scope.db
    .selectFrom('order_line')
    .select([
      'position',
      'sku',
      'name',
      'unit_code as unitCode',
      'unit_name as unitName',
      'quantity',
      'unit_price as unitPrice',
      'vat_rate as vatRate',
      'net',
      'vat',
      'total',
      'comment',
    ])
    .where('order_id', '=', orderId)
    .orderBy('position')
    .execute();
}

export async function findOrderEvents(scope: Scope, orderId: string) {
  return scope.db
    .selectFrom('order_event')
    .select(['status', 'at', 'by_name as byName', 'comment'])
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute();
}

export async function findOrderWarehouses(scope: Scope, orderId: string) {
  return scope.db
    .selectFrom('reservation')
    .select(['position', 'warehouse_id as warehouseId', 'quantity'])
    .where('order_id', '=', orderId)
    .orderBy('position')
    .orderBy('warehouse_id')
    .execute();
}

export async function findSellerChannel(scope: Scope, sellerId: string) {
  return scope.db
    .selectFrom('seller')
    .select(['id', 'channel'])
    .where('id', '=', sellerId)
    .executeTakeFirst();
}

export async function findCompanyNames(scope: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.db
    .selectFrom('company')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
