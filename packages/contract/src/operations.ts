import { backofficeOperations } from './backoffice.js';
import { capabilityOperations } from './capabilities.js';
import { cartOperations } from './carts.js';
import { catalogOperations } from './catalog.js';
import { checkoutOperations } from './checkout.js';
import { companyOperations } from './company.js';
import { deliveryOperations } from './delivery.js';
import { eventOperations } from './events.js';
import { integrationOperations } from './integration.js';
import { documentOperations, orderOperations } from './orders.js';
import { priceOperations } from './prices.js';
import { sessionOperations } from './session.js';
import { stockOperations } from './stock.js';

/** Every call of the API by resource and verb. */
export const operations = {
  capabilities: capabilityOperations,
  session: sessionOperations,
  company: companyOperations,
  catalog: catalogOperations,
  prices: priceOperations,
  stock: stockOperations,
  carts: cartOperations,
  delivery: deliveryOperations,
  checkout: checkoutOperations,
  orders: orderOperations,
  documents: documentOperations,
  events: eventOperations,
  backoffice: backofficeOperations,
  integration: integrationOperations,
} as const;
