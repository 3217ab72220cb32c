import { KontorEvent } from '../../base/kontor-event.js';

/** Somebody wants to see an order; cancel it to show it your way. */
export class OrderSelectedEvent extends KontorEvent<{ readonly orderId: string }> {
  constructor(orderId: string) {
    super('kontor-order-selected', { orderId }, { cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-order-selected': OrderSelectedEvent;
  }
}
