import { KontorEvent } from '../../base/kontor-event.js';

/** A quantity of the cart is about to change, `0` removes the line; canceling it leaves the cart alone. */
export class CartEditEvent extends KontorEvent<{ readonly sku: string; readonly quantity: string }> {
  constructor(detail: { sku: string; quantity: string }) {
    super('kontor-cart-edit', detail, { cancelable: true });
  }
}

/** Somebody wants to order what is in the cart: show the checkout. */
export class CheckoutRequestedEvent extends KontorEvent<{ readonly cartId: string }> {
  constructor(cartId: string) {
    super('kontor-checkout-requested', { cartId }, { cancelable: true });
  }
}

/** Somebody wants to see what could stand for a variant: show its analogues. */
export class AnaloguesRequestedEvent extends KontorEvent<{ readonly sku: string }> {
  constructor(sku: string) {
    super('kontor-analogues-requested', { sku }, { cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-cart-edit': CartEditEvent;
    'kontor-checkout-requested': CheckoutRequestedEvent;
    'kontor-analogues-requested': AnaloguesRequestedEvent;
  }
}
