import type { Price, priceOperations } from '../prices.js';
import type { ExamplesOf } from './example.js';
import { sku, stamp } from './shop.js';

const price: Price = {
  sku,
  quantity: '20',
  status: 'ok',
  currency: 'RUB',
  unitPrice: '12.5',
  lineTotal: '250.00',
  vatMode: 'included',
  vatRate: '20',
  net: '208.33',
  vat: '41.67',
  total: '250.00',
  source: 'priceType',
  tiers: [
    { from: '20', unitPrice: '12.5' },
    { from: '1000', unitPrice: '11.9' },
  ],
  nextTier: { from: '1000', unitPrice: '11.9' },
  validTo: null,
  asOf: '2026-11-16T03:00:00Z',
};

export const priceExamples: ExamplesOf<typeof priceOperations> = {
  resolve: {
    body: { items: [{ sku, quantity: '20' }, { sku: 'ANC-M10X100' }] },
    answer: { ...stamp, items: [price, { sku: 'ANC-M10X100', quantity: '1', status: 'onRequest' }] },
  },
  explain: {
    body: { sku, quantity: '20' },
    answer: {
      ...stamp,
      price,
      steps: [
        { kind: 'base', detail: { priceType: 'Опт' }, result: { amount: '13.16', currency: 'RUB' } },
        {
          kind: 'grade',
          detail: { grade: 'Серебро', percent: '5' },
          result: { amount: '12.5', currency: 'RUB' },
        },
        { kind: 'line', detail: { quantity: '20' }, result: { amount: '250.00', currency: 'RUB' } },
      ],
    },
  },
  export: {
    query: { format: 'csv', category: 'cat_bolts', locale: 'ru' },
    text: { 'text/csv': 'Артикул;Наименование;Цена\r\nDIN933-8.8-M8X40-ZN;Болт DIN 933 8.8 М8×40;12,5\r\n' },
  },
};
