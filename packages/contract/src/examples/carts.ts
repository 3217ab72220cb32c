import type { Cart, cartOperations } from '../carts.js';
import type { ExamplesOf } from './example.js';
import { byId, cartLine, cartSummary, ids, name, sku, stamp, totals } from './shop.js';

const cart: Cart = { ...stamp, ...cartSummary, lines: { items: [cartLine], nextCursor: null } };
const empty = {
  lineCount: 0,
  totals: { ...totals, net: '0.00', vat: '0.00', total: '0.00', vatByRate: [] },
};
const outcome = {
  sku,
  status: 'corrected',
  requested: '12',
  quantity: '20',
  reason: 'notMultiple',
  rule: '20',
} as const;

export const cartExamples: ExamplesOf<typeof cartOperations> = {
  list: { query: { limit: 20 }, answer: { items: [cartSummary], nextCursor: null } },
  create: {
    body: { name: 'Объект на Лесной' },
    answer: {
      ...cart,
      ...empty,
      name: 'Объект на Лесной',
      version: 1,
      lines: { items: [], nextCursor: null },
    },
  },
  current: { query: { lines: 500 }, answer: cart },
  get: { ...byId(ids.cart), query: { lines: 100 }, answer: cart },
  update: {
    ...byId(ids.cart),
    body: { name: 'Плановая закупка', isCurrent: true },
    answer: { ...cartSummary, name: 'Плановая закупка' },
  },
  remove: byId(ids.cart),
  lines: {
    ...byId(ids.cart),
    query: { limit: 100 },
    answer: { items: [cartLine], nextCursor: null },
  },
  setLines: {
    ...byId(ids.cart),
    body: { operations: [{ sku, quantity: '12' }], policy: 'keep-what-works', correct: true },
    answer: { ...stamp, cart: { ...cartSummary, version: 8 }, outcomes: [outcome], lines: [cartLine] },
  },
  clear: { ...byId(ids.cart), answer: { ...cartSummary, ...empty, version: 8 } },
  check: {
    ...byId(ids.cart),
    answer: {
      ...stamp,
      cart: cartSummary,
      lines: [
        { ...cartLine, problems: [{ code: 'priceChanged', blocking: false, from: '12.1', to: '12.5' }] },
      ],
      repriced: [{ sku, name, from: '12.1', to: '12.5', totalFrom: '242.00', totalTo: '250.00' }],
      groups: [
        {
          warehouseId: ids.warehouse,
          lines: [{ sku, quantity: '20' }],
          leadTime: { minDays: 1, maxDays: 2 },
        },
      ],
      canPlace: true,
    },
  },
  merge: {
    ...byId(ids.cart),
    body: { from: 'crt_1q3w5e7r9t2y4u6i', quantities: 'sum' },
    answer: {
      ...stamp,
      cart: { ...cartSummary, version: 9 },
      outcomes: [{ sku, status: 'set', requested: '40', quantity: '40' }],
    },
  },
};
