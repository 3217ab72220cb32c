import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import type { CartService } from './service.js';

export function cartRoutes(carts: CartService): Route[] {
  const calls = operations.carts;
  return [
    route(calls.list, ({ scope, query }) => carts.list(scope, query)),
    route(calls.create, ({ scope, body }) => carts.create(scope, body)),
    route(calls.current, async ({ scope, query, setVersion }) => {
      const cart = await carts.current(scope, query);
      setVersion(cart.version);
      return cart;
    }),
    route(calls.get, async ({ scope, params, query, setVersion }) => {
      const cart = await carts.get(scope, params.id, query);
      setVersion(cart.version);
      return cart;
    }),
    route(calls.update, ({ scope, params, body }) => carts.update(scope, params.id, body)),
    route(calls.remove, ({ scope, params }) => carts.remove(scope, params.id)),
    route(calls.lines, ({ scope, params, query }) => carts.lines(scope, params.id, query)),
    route(calls.setLines, async ({ scope, params, body, ifMatch, setVersion }) => {
      const change = await carts.setLines(scope, params.id, body, ifMatch);
      setVersion(change.cart.version);
      return change;
    }),
    route(calls.clear, async ({ scope, params, ifMatch, setVersion }) => {
      const cart = await carts.clear(scope, params.id, ifMatch);
      setVersion(cart.version);
      return cart;
    }),
    route(calls.check, ({ scope, params }) => carts.check(scope, params.id)),
    route(calls.merge, ({ scope, params, body }) => carts.merge(scope, params.id, body)),
  ];
}
