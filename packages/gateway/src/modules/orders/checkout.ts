import type { Checkout, MoneyInput, Order, UpdateCheckout } from '@kontor/contract';

import { stampOf } from '../../http/stamp.js';
import { ProblemError } from '../../problem-error.js';
import type { BuyerScope } from '../../scope.js';
import { totalsOf, type CartForOrder } from '../cart/service.js';
import {
  ensureCheckout,
  findCheckout,
  lockCheckout,
  writeCheckout,
  type StoredCheckout,
} from './checkout-queries.js';
import { placeOrder } from './place-order.js';
import { gapsOf, quoteOf, type CheckoutDeps } from './readiness.js';

/** Carts on their way to orders. */
export interface Checkouts {
  start(scope: BuyerScope, cartId: string): Promise<Checkout>;
  get(scope: BuyerScope, id: string): Promise<Checkout>;
  update(scope: BuyerScope, id: string, input: UpdateCheckout): Promise<Checkout>;
  /** Places the order: everything or nothing. */
  place(scope: BuyerScope, id: string, expectedTotal: MoneyInput): Promise<Order>;
}

export function createCheckouts(deps: CheckoutDeps): Checkouts {
  return {
    async start(scope, cartId) {
      return scope.transaction(async (scope) => {
        const cart = await deps.carts.forOrder(scope, cartId);
        if (cart.summary.lineCount === 0) throw new ProblemError('cart_empty');
        return view(scope, await ensureCheckout(scope, cartId), cart);
      });
    },

    async get(scope, id) {
      return scope.transaction(async (scope) => {
        const checkout = found(await findCheckout(scope, id));
        return view(scope, checkout, await deps.carts.forOrder(scope, checkout.cartId));
      });
    },

    async update(scope, id, input) {
      return scope.transaction(async (scope) => {
        const stored = found(await lockCheckout(scope, id));
        const cart = await deps.carts.forOrder(scope, stored.cartId);
        const checkout: StoredCheckout = {
          ...stored,
          delivery: input.delivery === undefined ? stored.delivery : input.delivery,
          requestedDate: input.requestedDate === undefined ? stored.requestedDate : input.requestedDate,
          urgency: input.urgency ?? stored.urgency,
          purchaseOrderNumber:
            input.purchaseOrderNumber === undefined ? stored.purchaseOrderNumber : input.purchaseOrderNumber,
          comment: input.comment === undefined ? stored.comment : input.comment,
        };
        if (
          checkout.requestedDate !== null &&
          checkout.requestedDate < scope.now.toISOString().slice(0, 10)
        ) {
          throw new ProblemError('invalid_request', { pointer: '/requestedDate', detail: 'In the past' });
        }
        const answer = await view(scope, checkout, cart);
        await writeCheckout(scope, checkout);
        return answer;
      });
    },

    async place(scope, id, expectedTotal) {
      return scope.transaction(async (scope) => {
        const checkout = found(await lockCheckout(scope, id));
        return placeOrder(
          deps,
          scope,
          checkout,
          await deps.carts.forOrder(scope, checkout.cartId),
          expectedTotal,
        );
      });
    },
  };

  async function view(scope: BuyerScope, checkout: StoredCheckout, cart: CartForOrder): Promise<Checkout> {
    const settled =
      checkout.delivery === null ? null : await quoteOf(deps.delivery, scope, checkout.delivery, cart);
    const seesPrices = scope.caller.can.seePrices === 'own';
    return {
      ...stampOf(scope),
      id: checkout.id,
      cart: cart.summary,
      delivery: checkout.delivery,
      quote: settled?.quote ?? null,
      requestedDate: checkout.requestedDate,
      urgency: checkout.urgency,
      purchaseOrderNumber: checkout.purchaseOrderNumber,
      comment: checkout.comment,
      totals: seesPrices ? totalsOf(cart.vatSums, scope.caller.agreement.currency, settled?.cost) : null,
      missing: gapsOf(scope, checkout, cart),
      problems: cart.problemLines,
    };
  }
}

/** @throws ProblemError `not_found`, the same for foreign and unknown checkouts */
function found(checkout: StoredCheckout | undefined): StoredCheckout {
  if (!checkout) throw new ProblemError('not_found');
  return checkout;
}
