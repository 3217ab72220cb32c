import type { operations } from '../operations.js';
import { backofficeExamples } from './backoffice.js';
import { capabilityExamples } from './capabilities.js';
import { cartExamples } from './carts.js';
import { catalogExamples } from './catalog.js';
import { checkoutExamples } from './checkout.js';
import { companyExamples } from './company.js';
import { deliveryExamples } from './delivery.js';
import { eventExamples } from './events.js';
import type { ExamplesOf } from './example.js';
import { integrationExamples } from './integration.js';
import { documentExamples, orderExamples } from './orders.js';
import { priceExamples } from './prices.js';
import { sessionExamples } from './session.js';
import { stockExamples } from './stock.js';

/** A request and an answer of every operation, for the reference. */
export const examples: { [Resource in keyof typeof operations]: ExamplesOf<(typeof operations)[Resource]> } =
  {
    capabilities: capabilityExamples,
    session: sessionExamples,
    company: companyExamples,
    catalog: catalogExamples,
    prices: priceExamples,
    stock: stockExamples,
    carts: cartExamples,
    delivery: deliveryExamples,
    checkout: checkoutExamples,
    orders: orderExamples,
    documents: documentExamples,
    events: eventExamples,
    backoffice: backofficeExamples,
    integration: integrationExamples,
  };
