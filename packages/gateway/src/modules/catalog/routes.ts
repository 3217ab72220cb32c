import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import type { Catalog } from './service.js';

export function catalogRoutes(catalog: Catalog): Route[] {
  const calls = operations.catalog;
  return [
    route(calls.categories, async ({ scope }) => ({ items: await catalog.categories(scope) })),
    route(calls.listProducts, ({ scope, query }) => catalog.products(scope, query)),
    route(calls.facets, ({ scope, query }) => catalog.facets(scope, query)),
    route(calls.getProduct, ({ scope, params }) => catalog.product(scope, params.id)),
    route(calls.listVariants, ({ scope, params, query }) => catalog.variants(scope, params.id, query)),
    route(calls.suggest, ({ scope, query }) => catalog.suggest(scope, query)),
    route(calls.getVariant, ({ scope, params }) => catalog.variant(scope, params.sku)),
    route(calls.findVariants, async ({ scope, body }) => ({
      items: await catalog.findVariants(scope, body.skus),
    })),
    route(calls.analogues, async ({ scope, params }) => ({
      items: await catalog.analogues(scope, params.sku),
    })),
  ];
}
