import type { Client } from '@kontor/sdk';

import type { CataloguePart } from './catalogue.js';
import type { CheckoutPart } from './checkout.js';
import type { CompanyPart } from './company.js';
import type { OrdersPart } from './orders.js';
import { createShopCore, type ShopCore, type ShopOptions } from './shop-core.js';
import { catalogueOf, checkoutOf, companyOf, ordersOf } from './shop-parts.js';

/** A shop without a face: stores to read and verbs to call. Each part starts with its first listener and ends with its last. */
export interface Shop extends ShopCore {
  readonly catalogue: CataloguePart;
  readonly checkout: CheckoutPart;
  readonly orders: OrdersPart;
  readonly company: CompanyPart;
}

/**
 * Makes a shop over a client. Two shops share nothing.
 *
 * @example
 * const shop = createShop(createClient({ baseUrl: 'https://b2b.example.com' }));
 * await shop.session.signIn({ email, password });
 * shop.cart.$cart.subscribe(({ summary }) => console.log(summary?.totals?.total));
 * shop.cart.setQuantity('DIN933-8.8-M8X40-ZN', '20');
 */
export function createShop(client: Client, options?: ShopOptions): Shop {
  const core = createShopCore(client, options);
  return {
    ...core,
    catalogue: catalogueOf(core),
    checkout: checkoutOf(core),
    orders: ordersOf(core),
    company: companyOf(core),
  };
}
