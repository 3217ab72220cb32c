import type { ProductSummary } from '@kontor/sdk';

import { KontorEvent } from '../../base/kontor-event.js';

/** Where a product is on the supplier's site; with the article of the variant that is meant, if one is. */
export type ProductHref = (product: ProductSummary, sku?: string) => string;

/** Somebody chose a product, or one variant of it. Cancel it to show the product your way. */
export class ProductSelectedEvent extends KontorEvent<{
  readonly product: ProductSummary;
  readonly sku: string | undefined;
}> {
  constructor(product: ProductSummary, sku?: string) {
    super('kontor-product-selected', { product, sku }, { cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-product-selected': ProductSelectedEvent;
  }
}
