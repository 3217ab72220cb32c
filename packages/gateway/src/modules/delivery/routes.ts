import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import type { Delivery } from './service.js';

export function deliveryRoutes(delivery: Delivery): Route[] {
  return [
    route(operations.delivery.methods, async ({ scope }) => ({ items: await delivery.methods(scope) })),
    route(operations.delivery.quote, ({ scope, body }) => delivery.quoteCart(scope, body)),
  ];
}
