import type { Document, Order, OrderLine, OrderSummary, Totals } from '@kontor/contract';

import type { Caller } from '../../caller.js';
import { plain } from '../../money/decimal.js';
import type { Scope } from '../../scope.js';
import { totalsOf } from '../cart/service.js';
import { canBuyerCancel } from './order-status.js';
import type { findOrderEvents, findOrderLines, findOrderWarehouses, OrderRow } from './queries.js';

/** Whether a caller sees what an order costs: staff, and members who see the company's own prices. */
export function seesOrderPrices(caller: Caller): boolean {
  return caller.context === null ? caller.staff !== null : caller.can.seePrices === 'own';
}

export function orderTotals(order: OrderRow): Totals {
  return totalsOf(order.vatSums, order.currency, order.deliveryCost);
}

export function orderSummary(scope: Scope, order: OrderRow): OrderSummary {
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    provenance: order.provenance,
    placedAt: order.placedAt.toISOString(),
    placedBy: order.placedBy,
    agreementId: order.agreementId,
    lineCount: order.lineCount,
    purchaseOrderNumber: order.purchaseOrderNumber,
    accountingNumber: order.accountingNumber,
    totals: seesOrderPrices(scope.caller) ? orderTotals(order) : null,
  };
}

/** Everything that an order's answer is made of. */
export interface OrderParts {
  lines: Awaited<ReturnType<typeof findOrderLines>>;
  events: Awaited<ReturnType<typeof findOrderEvents>>;
  warehouses: Awaited<ReturnType<typeof findOrderWarehouses>>;
  documents: Document[];
}

export function orderAnswer(
  scope: Scope,
  order: OrderRow,
  { lines, events, warehouses, documents }: OrderParts,
): Order {
  const seesPrices = seesOrderPrices(scope.caller);
  const { delivery } = order;
  return {
    ...orderSummary(scope, order),
    sellerId: order.sellerId,
    lines: lines.map((line): OrderLine => ({
      position: line.position,
      sku: line.sku,
      name: line.name,
      unit: { code: line.unitCode, name: line.unitName },
      quantity: plain(line.quantity),
      ...(seesPrices && line.unitPrice !== null
        ? {
            unitPrice: plain(line.unitPrice),
            vatRate: line.vatRate === null ? null : plain(line.vatRate),
            net: line.net ?? '0',
            vat: line.vat ?? '0',
            total: line.total ?? '0',
          }
        : {}),
      warehouses: warehouses
        .filter(({ position }) => position === line.position)
        .map(({ warehouseId, quantity }) => ({ warehouseId, quantity: plain(quantity) })),
      comment: line.comment,
    })),
    history: events.map(({ status, at, byName, comment }) => ({
      status: status as Order['status'],
      at: at.toISOString(),
      by: byName,
      comment,
    })),
    documents,
    delivery: delivery && {
      methodId: delivery.methodId,
      kind: delivery.kind,
      name: delivery.name,
      location: delivery.location,
      street: delivery.street,
      ...(seesPrices ? { cost: order.deliveryCost } : {}),
    },
    requestedDate: order.requestedDate,
    urgency: order.urgency,
    comment: order.comment,
    canCancel: order.provenance === 'online' && canBuyerCancel(order.status) && scope.caller.can.placeOrders,
  };
}
