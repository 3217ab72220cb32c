import type {
  Document,
  Order,
  OrderListQuery,
  OrderStatus,
  OrderSummary,
  Page,
  StaffOrderSummary,
  UpdateOrderStatus,
} from '@kontor/contract';

import { decodeCursor, encodeCursor } from '../../http/cursor.js';
import { plain } from '../../money/decimal.js';
import { ProblemError } from '../../problem-error.js';
import type { MemberScope, Scope, StaffScope } from '../../scope.js';
import type { DocumentService } from '../documents/types.js';
import type { Events } from '../events/service.js';
import type { StockService } from '../stock/types.js';
import { canBuyerCancel, canMove } from './order-status.js';
import { orderAnswer, orderSummary, orderTotals } from './present.js';
import {
  findCompanyNames,
  findOrder,
  findOrderEvents,
  findOrderLines,
  findOrderWarehouses,
  listOrders,
  lockOrder,
  writeStatus,
  type OrderRow,
} from './queries.js';
import type { FullOrder, OrderReader } from './types.js';

/** What orders need of other modules. */
export interface OrderDeps {
  stock: StockService;
  documents: DocumentService;
  events: Events;
}

/** Orders after they were placed. */
export interface Orders extends OrderReader {
  list(scope: MemberScope, query: OrderListQuery): Promise<Page<OrderSummary>>;
  get(scope: MemberScope, id: string): Promise<Order>;
  cancel(scope: MemberScope, id: string, comment: string | null): Promise<Order>;
  documents(scope: MemberScope, id: string): Promise<Document[]>;
  /** An order as an answer, for whoever has just placed or changed it. */
  answer(scope: Scope, id: string): Promise<Order>;
  listForStaff(
    scope: StaffScope,
    query: OrderListQuery & { company?: string | undefined },
  ): Promise<Page<StaffOrderSummary>>;
  getForStaff(scope: StaffScope, id: string): Promise<Order>;
  updateStatus(scope: StaffScope, id: string, input: UpdateOrderStatus): Promise<Order>;
}

export function createOrders({ stock, documents, events }: OrderDeps): Orders {
  return {
    async list(scope, query) {
      const { seeOrders } = scope.caller.can;
      if (seeOrders === 'none') return { items: [], nextCursor: null };
      const memberId =
        seeOrders === 'own' || query.placedByMe === 'true' ? scope.caller.context.memberId : undefined;
      const { rows, nextCursor } = await pageOf(scope, { ...query, memberId }, query);
      return { items: rows.map((row) => orderSummary(scope, row)), nextCursor };
    },

    async get(scope, id) {
      return answerOf(scope, visible(scope, await findOrder(scope, id)));
    },

    async cancel(scope, id, comment) {
      return scope.transaction(async (scope) => {
        const order = visible(scope, await lockOrder(scope, id));
        if (order.provenance !== 'online' || !canBuyerCancel(order.status))
          throw new ProblemError('order_not_cancelable', { params: { status: order.status } });
        await move(scope, order, 'canceled', comment);
        return answerOf(scope, { ...order, status: 'canceled' });
      });
    },

    async documents(scope, id) {
      const order = visible(scope, await findOrder(scope, id));
      return documents.ofOrder(scope, order.id);
    },

    async answer(scope, id) {
      return answerOf(scope, found(await findOrder(scope, id)));
    },

    async listForStaff(scope, { company, ...query }) {
      const { rows, nextCursor } = await pageOf(scope, { ...query, companyId: company }, query);
      const names = await findCompanyNames(scope, [...new Set(rows.map(({ companyId }) => companyId))]);
      return {
        items: rows.map((row) => ({
          ...orderSummary(scope, row),
          companyId: row.companyId,
          companyName: names.get(row.companyId) ?? '',
        })),
        nextCursor,
      };
    },

    async getForStaff(scope, id) {
      return answerOf(scope, found(await findOrder(scope, id)));
    },

    async updateStatus(scope, id, { status, comment }) {
      return scope.transaction(async (scope) => {
        const order = found(await lockOrder(scope, id));
        if (!canMove(order.status, status))
          throw new ProblemError('status_not_allowed', { params: { from: order.status, to: status } });
        await move(scope, order, status, comment ?? null);
        return answerOf(scope, { ...order, status });
      });
    },

    async full(scope, id) {
      const order = await findOrder(scope, id);
      if (!order) return undefined;
      const lines = await findOrderLines(scope, id);
      const {
        companyId,
        memberId,
        sellerId,
        number,
        status,
        placedAt,
        placedBy,
        currency,
        vatMode,
        delivery,
        deliveryCost,
        comment,
        purchaseOrderNumber,
        context,
      } = order;
      const full: FullOrder = {
        id,
        number,
        companyId,
        memberId,
        sellerId,
        status,
        placedAt,
        placedBy,
        currency,
        vatMode,
        totals: orderTotals(order),
        delivery,
        deliveryCost,
        comment,
        purchaseOrderNumber,
        context,
        lines: lines.map((line) => ({
          ...line,
          quantity: plain(line.quantity),
          unitPrice: line.unitPrice === null ? null : plain(line.unitPrice),
          vatRate: line.vatRate === null ? null : plain(line.vatRate),
        })),
      };
      return full;
    },
  };

  /** Changes the status with everything that hangs on it, in the scope's transaction. */
  async function move(
    scope: Scope,
    order: OrderRow,
    status: OrderStatus,
    comment: string | null,
  ): Promise<void> {
    await writeStatus(scope, order, status, scope.caller.person?.name ?? null, comment);
    if (status === 'canceled') await stock.release(scope, order.id);
    if (status === 'shipped') await stock.ship(scope, order.id);
    await events.publish(
      scope,
      { companyId: order.companyId, about: 'order', memberId: order.memberId },
      { type: 'order.status', orderId: order.id, number: order.number, status },
    );
  }

  async function answerOf(scope: Scope, order: OrderRow): Promise<Order> {
    return orderAnswer(scope, order, {
      lines: await findOrderLines(scope, order.id),
      events: await findOrderEvents(scope, order.id),
      // How an order was split tells what each warehouse had.
      warehouses: (await stock.seesExact(scope)) ? await findOrderWarehouses(scope, order.id) : [],
      documents:
        scope.caller.staff || scope.caller.can.seeDocuments ? await documents.ofOrder(scope, order.id) : [],
    });
  }
}

async function pageOf(
  scope: Scope,
  filter: Parameters<typeof listOrders>[1],
  { limit = 50, after }: { limit?: number | undefined; after?: string | undefined },
): Promise<{ rows: OrderRow[]; nextCursor: string | null }> {
  const rows = await listOrders(scope, filter, limit + 1, decodeCursor(after, ['instant', 'string']));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    nextCursor: rows.length > limit && last ? encodeCursor([last.placedAt.toISOString(), last.id]) : null,
  };
}

/** @throws ProblemError `not_found`, the same for orders of others and unknown ones */
function visible({ caller }: MemberScope, order: OrderRow | undefined): OrderRow {
  const isHidden =
    caller.can.seeOrders === 'none' ||
    (caller.can.seeOrders === 'own' && order?.memberId !== caller.context.memberId);
  if (!order || isHidden) throw new ProblemError('not_found');
  return order;
}

function found(order: OrderRow | undefined): OrderRow {
  if (!order) throw new ProblemError('not_found');
  return order;
}
