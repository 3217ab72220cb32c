import type { stockOperations } from '../stock.js';
import type { ExamplesOf } from './example.js';
import { ids, sku, stamp } from './shop.js';

export const stockExamples: ExamplesOf<typeof stockOperations> = {
  resolve: {
    body: { skus: [sku] },
    answer: {
      ...stamp,
      items: [
        {
          sku,
          status: 'ok',
          total: { shown: '1000', isCapped: true },
          byWarehouse: [
            {
              warehouseId: ids.warehouse,
              quantity: { shown: '1000', isCapped: true },
              nextReceipt: { expectedOn: '2026-11-24', quantity: null },
              leadTime: { minDays: 1, maxDays: 2 },
            },
          ],
          asOf: '2026-11-16T05:55:00Z',
        },
      ],
    },
  },
  warehouses: {
    answer: {
      items: [{ id: ids.warehouse, name: 'Склад Подольск', location: { country: 'RU', city: 'Подольск' } }],
    },
  },
};
