import type { DeliveryQuote, deliveryOperations } from '../delivery.js';
import type { ExamplesOf } from './example.js';
import { ids, sku } from './shop.js';

export const quote: DeliveryQuote = {
  methodId: ids.method,
  groups: [
    {
      warehouseId: ids.warehouse,
      lines: [{ sku, quantity: '20' }],
      leadTime: { minDays: 1, maxDays: 2 },
      cost: { amount: '0.00', currency: 'RUB' },
      minDays: 1,
      maxDays: 2,
    },
  ],
  total: { amount: '0.00', currency: 'RUB' },
};

export const deliveryExamples: ExamplesOf<typeof deliveryOperations> = {
  methods: {
    answer: {
      items: [
        {
          id: ids.method,
          kind: 'ownTransport',
          name: 'Доставка поставщика',
          conditions: 'Бесплатно от 30 000 ₽',
          needsAddress: true,
          warehouseIds: [],
        },
        {
          id: 'dlv_pickup',
          kind: 'pickup',
          name: 'Самовывоз',
          conditions: 'Пн–Пт, 9:00–18:00',
          needsAddress: false,
          warehouseIds: [ids.warehouse],
        },
      ],
    },
  },
  quote: {
    body: { cartId: ids.cart, choice: { methodId: ids.method, addressId: ids.address } },
    answer: quote,
  },
};
