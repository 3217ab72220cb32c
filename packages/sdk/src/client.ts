import type { Capabilities } from '@kontor/contract';

import { createClientCore, type ClientCore, type ClientSeams } from './client-core.js';
import {
  backofficeResources,
  catalogueResources,
  checkoutResources,
  companyResources,
  orderResources,
} from './further-resources.js';
import type { CallOptions, ClientOptions } from './options.js';
import type { Backoffice } from './resources/backoffice.js';
import type { Categories } from './resources/catalog.js';
import type { AccessRequests, Company } from './resources/company.js';
import type { Checkout, Delivery, Documents, Orders } from './resources/orders.js';

/** Everything that a gateway does, by resource. Clients share nothing: two on a page are two. */
export interface Client extends ClientCore {
  readonly accessRequests: AccessRequests;
  readonly categories: Categories;
  readonly delivery: Delivery;
  readonly checkout: Checkout;
  readonly orders: Orders;
  readonly documents: Documents;
  readonly company: Company;
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
export function createClient(options: ClientOptions): Client {
  const core = createClientCore(options);
  return {
    ...core,
    ...core.resources(catalogueResources),
    ...core.resources(checkoutResources),
    ...core.resources(orderResources),
    ...core.resources(companyResources),
    ...core.resources(backofficeResources),
    ...core.resources(otherResources),
  };
}

const otherResources = ({ http }: ClientSeams): Pick<Client, 'capabilities'> => ({
  capabilities: (options) => http.get('capabilities', undefined, options),
});
