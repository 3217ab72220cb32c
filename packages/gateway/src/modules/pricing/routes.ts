import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import { stampOf } from '../../http/stamp.js';
import { ProblemError } from '../../problem-error.js';
import type { CatalogVariant, VariantLookup } from '../catalog/types.js';
import type { PriceListExport } from './price-list.js';
import type { Pricing } from './types.js';

export function pricingRoutes(
  pricing: Pricing,
  variants: VariantLookup,
  priceList: PriceListExport,
): Route[] {
  const { prices } = operations;
  return [
    route(prices.resolve, async ({ scope, body }) => {
      const found = await variants.bySku(
        scope,
        body.items.map(({ sku }) => sku),
      );
      const requests = body.items.map(({ sku, quantity }) => {
        const variant = found.get(sku) ?? unknownVariant(sku);
        return { variant, quantity: quantity ?? variant.rule.min };
      });
      return { ...stampOf(scope), items: await pricing.resolve(scope, requests) };
    }),

    route(prices.explain, async ({ scope, body: { sku, quantity } }) => {
      if (scope.caller.can.seePrices === 'none') throw new ProblemError('prices_hidden');
      const variant = (await variants.bySku(scope, [sku])).get(sku);
      if (!variant) throw new ProblemError('not_found', { pointer: '/sku' });
      return {
        ...stampOf(scope),
        ...(await pricing.explain(scope, { variant, quantity: quantity ?? variant.rule.min })),
      };
    }),

    route(prices.export, async ({ scope, query }) => {
      if (scope.caller.can.seePrices === 'none') throw new ProblemError('prices_hidden');
      return priceList.export(scope, {
        format: query.format,
        category: query.category,
        locale: query.locale ?? scope.locale,
      });
    }),
  ];
}

/** Unknown and invisible look the same. */
function unknownVariant(sku: string): CatalogVariant {
  return {
    id: 0,
    sku,
    productId: '',
    name: '',
    unit: { code: '', name: '' },
    rule: { min: '1', step: '1', max: null },
    vatRate: null,
    isDiscontinued: false,
    isVisible: false,
  };
}
