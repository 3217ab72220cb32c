import { KontorEvent } from '../../base/kontor-event.js';

/** Somebody wants to see the cart. Cancel it to show the cart your way. */
export class CartRequestedEvent extends KontorEvent<Record<string, never>> {
  constructor() {
    super('kontor-cart-requested', {}, { cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-cart-requested': CartRequestedEvent;
  }
}
