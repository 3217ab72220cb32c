import type { Checkout, checkoutOperations } from '../checkout.js';
import { quote } from './delivery.js';
import type { ExamplesOf } from './example.js';
import { byId, cartSummary, ids, order, stamp, totals } from './shop.js';

const choice = { methodId: ids.method, addressId: ids.address };

const checkout: Checkout = {
  ...stamp,
  id: ids.checkout,
  cart: cartSummary,
  delivery: choice,
  quote,
  requestedDate: '2026-11-18',
  urgency: 'normal',
  purchaseOrderNumber: 'ПЗ-77',
  comment: 'Позвонить за час',
  totals: { ...totals, delivery: '0.00' },
  missing: [],
  problems: [],
};

export const checkoutExamples: ExamplesOf<typeof checkoutOperations> = {
  start: {
    body: { cartId: ids.cart },
    answer: { ...checkout, delivery: null, quote: null, requestedDate: null, totals, missing: ['delivery'] },
  },
  get: { ...byId(ids.checkout), answer: checkout },
  update: {
    ...byId(ids.checkout),
    body: {
      delivery: choice,
      requestedDate: '2026-11-18',
      urgency: 'normal',
      purchaseOrderNumber: 'ПЗ-77',
      comment: 'Позвонить за час',
    },
    answer: checkout,
  },
  place: {
    ...byId(ids.checkout),
    body: { expectedTotal: { amount: '250.00', currency: 'RUB' } },
    answer: order,
  },
};
