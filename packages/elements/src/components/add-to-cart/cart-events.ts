import type { CartLine } from '@kontor/sdk';

import { KontorEvent } from '../../base/kontor-event.js';

/** Before something goes into the cart; canceling it leaves the cart alone. */
export class CartAddEvent extends KontorEvent<{ readonly sku: string; readonly quantity: string }> {
  constructor(detail: { sku: string; quantity: string }) {
    super('kontor-cart-add', detail, { cancelable: true });
  }
}

/** Something is in the cart and saved. */
export class CartAddedEvent extends KontorEvent<{
  readonly sku: string;
  readonly quantity: string;
  readonly line: CartLine | undefined;
}> {
  constructor(detail: { sku: string; quantity: string; line: CartLine | undefined }) {
    super('kontor-cart-added', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-cart-add': CartAddEvent;
    'kontor-cart-added': CartAddedEvent;
  }
}
