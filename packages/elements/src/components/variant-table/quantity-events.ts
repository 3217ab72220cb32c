import type { CartLine } from '@kontor/sdk';

import { KontorEvent } from '../../base/kontor-event.js';

/** Before the quantity of a variant is changed in the cart; canceling it leaves the cart alone. */
export class QuantityChangeEvent extends KontorEvent<{ readonly sku: string; readonly quantity: string }> {
  constructor(detail: { sku: string; quantity: string }) {
    super('kontor-quantity-change', detail, { cancelable: true });
  }
}

/** A changed quantity is in the cart and saved; `line` is undefined when the line is gone. */
export class QuantityChangedEvent extends KontorEvent<{
  readonly sku: string;
  readonly quantity: string;
  readonly line: CartLine | undefined;
}> {
  constructor(detail: { sku: string; quantity: string; line: CartLine | undefined }) {
    super('kontor-quantity-changed', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-quantity-change': QuantityChangeEvent;
    'kontor-quantity-changed': QuantityChangedEvent;
  }
}
