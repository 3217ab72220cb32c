import type { CartLine } from '@kontor/sdk';

import { KontorEvent } from '../../base/kontor-event.js';

/** A changed quantity is in the cart and saved; `line` is undefined when the line is gone. */
export class CartEditedEvent extends KontorEvent<{
  readonly sku: string;
  readonly quantity: string;
  readonly line: CartLine | undefined;
}> {
  constructor(detail: { sku: string; quantity: string; line: CartLine | undefined }) {
    super('kontor-cart-edited', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-cart-edited': CartEditedEvent;
  }
}
