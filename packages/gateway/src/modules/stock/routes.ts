import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import { stampOf } from '../../http/stamp.js';
import type { VariantLookup } from '../catalog/types.js';
import type { Stock } from './service.js';

export function stockRoutes(stock: Stock, variants: VariantLookup): Route[] {
  return [
    route(operations.stock.resolve, async ({ scope, body: { skus } }) => {
      const found = await variants.bySku(scope, skus);
      return { ...stampOf(scope), items: await stock.resolve(scope, skus, found) };
    }),
    route(operations.stock.warehouses, async ({ scope }) => ({ items: await stock.warehouses(scope) })),
  ];
}
