import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import type { Checkouts } from './checkout.js';
import type { StockService } from '../stock/types.js';
import type { Orders } from './service.js';
import { limitStockProbes } from './stock-probes.js';

export function orderRoutes(orders: Orders): Route[] {
  const { orders: calls, backoffice } = operations;
  return [
    route(calls.list, ({ scope, query }) => orders.list(scope, query)),
    route(calls.get, ({ scope, params }) => orders.get(scope, params.id)),
    route(calls.cancel, ({ scope, params, body }) => orders.cancel(scope, params.id, body.comment ?? null)),
    route(calls.documents, async ({ scope, params }) => ({
      items: await orders.documents(scope, params.id),
    })),
    route(backoffice.listOrders, ({ scope, query }) => orders.listForStaff(scope, query)),
    route(backoffice.getOrder, ({ scope, params }) => orders.getForStaff(scope, params.id)),
    route(backoffice.updateOrderStatus, ({ scope, params, body }) =>
      orders.updateStatus(scope, params.id, body),
    ),
  ];
}

/** @param onPlaced called when an order is committed */
export function checkoutRoutes(checkouts: Checkouts, stock: StockService, onPlaced: () => void): Route[] {
  const { checkout } = operations;
  return [
    route(checkout.start, ({ scope, body }) => checkouts.start(scope, body.cartId)),
    route(checkout.get, ({ scope, params }) => checkouts.get(scope, params.id)),
    route(checkout.update, ({ scope, params, body }) => checkouts.update(scope, params.id, body)),
    route(
      checkout.place,
      ({ scope, params, body, afterwards }) => {
        afterwards(onPlaced);
        return checkouts.place(scope, params.id, body.expectedTotal);
      },
      limitStockProbes(stock),
    ),
  ];
}
