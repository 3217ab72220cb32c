import type { Order } from '@kontor/sdk';

import { KontorEvent } from '../../base/kontor-event.js';

/** Before an order is placed; canceling it places nothing. */
export class OrderPlaceEvent extends KontorEvent<{ readonly checkoutId: string }> {
  constructor(checkoutId: string) {
    super('kontor-order-place', { checkoutId }, { cancelable: true });
  }
}

/** An order is placed. */
export class OrderPlacedEvent extends KontorEvent<{ readonly order: Order }> {
  constructor(order: Order) {
    super('kontor-order-placed', { order });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-order-place': OrderPlaceEvent;
    'kontor-order-placed': OrderPlacedEvent;
  }
}
