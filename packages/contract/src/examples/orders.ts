import type { documentOperations, orderOperations } from '../orders.js';
import type { ExamplesOf } from './example.js';
import { byId, document, ids, order, orderSummary } from './shop.js';

export const orderExamples: ExamplesOf<typeof orderOperations> = {
  list: {
    query: { status: 'placed', query: 'К-0001', from: '2026-11-01', to: '2026-11-30', limit: 50 },
    answer: { items: [orderSummary], nextCursor: null },
  },
  get: { ...byId(ids.order), answer: order },
  cancel: {
    ...byId(ids.order),
    body: { comment: 'Заказали дважды' },
    answer: {
      ...order,
      status: 'canceled',
      canCancel: false,
      history: [
        ...order.history,
        { status: 'canceled', at: '2026-11-16T06:40:00Z', by: 'Ирина Соколова', comment: 'Заказали дважды' },
      ],
    },
  },
  documents: { ...byId(ids.order), answer: { items: [document] } },
};

export const documentExamples: ExamplesOf<typeof documentOperations> = {
  get: { ...byId(ids.document), answer: document },
  content: byId(ids.document),
};
