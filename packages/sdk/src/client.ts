import type { Capabilities } from '@kontor/contract';

import { Events } from './events.js';
import { Http } from './http.js';
import { completeOptions, type CallOptions, type ClientOptions } from './options.js';
import { Backoffice } from './resources/backoffice.js';
import { Carts } from './resources/carts.js';
import { Categories, Products, Variants } from './resources/catalog.js';
import { AccessRequests, Company } from './resources/company.js';
import { Checkout, Delivery, Documents, Orders } from './resources/orders.js';
import { Prices, Stock } from './resources/prices.js';
import { Session } from './resources/session.js';
import { createTokenStore } from './token-store.js';

/** Everything that a gateway does, by resource. Clients share nothing: two on a page are two. */
export interface Client {
  readonly session: Session;
  readonly accessRequests: AccessRequests;
  readonly categories: Categories;
  readonly products: Products;
  readonly variants: Variants;
  readonly prices: Prices;
  readonly stock: Stock;
  readonly carts: Carts;
  readonly delivery: Delivery;
  readonly checkout: Checkout;
  readonly orders: Orders;
  readonly documents: Documents;
  readonly company: Company;
  readonly events: Events;
  readonly backoffice: Backoffice;
  /** Version, limits, locales and features of the gateway. */
  capabilities(options?: CallOptions): Promise<Capabilities>;
}

/**
 * Makes a client of a gateway.
 *
 * @example
 * const kontor = createClient({ baseUrl: 'https://b2b.example.com' });
 * await kontor.session.signIn({ email, password });
 * const { items } = await kontor.prices.resolve([{ sku: 'DIN933-8.8-M8X40-ZN', quantity: '20' }]);
 */
export function createClient(given: ClientOptions): Client {
  const options = completeOptions(given);
  const tokens = createTokenStore();
  const http = new Http(options, tokens);
  const events = new Events(http);
  return {
    session: new Session(http, tokens, options),
    accessRequests: new AccessRequests(http),
    categories: new Categories(http),
    products: new Products(http),
    variants: new Variants(http),
    prices: new Prices(http, options),
    stock: new Stock(http, options),
    carts: new Carts(http),
    delivery: new Delivery(http),
    checkout: new Checkout(http),
    orders: new Orders(http, events),
    documents: new Documents(http),
    company: new Company(http),
    events,
    backoffice: new Backoffice(http),
    capabilities: (options) => http.get('capabilities', undefined, options),
  };
}
