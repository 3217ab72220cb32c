import type { eventOperations, ShopEvent } from '../events.js';
import type { ExamplesOf } from './example.js';
import { ids, order } from './shop.js';

const event: ShopEvent = {
  type: 'order.status',
  orderId: ids.order,
  number: order.number,
  status: 'confirmed',
  id: '10483',
  at: '2026-11-16T06:32:00Z',
};

export const eventExamples: ExamplesOf<typeof eventOperations> = {
  stream: {
    text: {
      'text/event-stream': `retry: 2000\nid: 10482\n\nid: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`,
    },
  },
};
