import type { CheckoutGap } from '@kontor/contract';

import type { BuyerScope } from '../../scope.js';
import { totalsOf, type CartForOrder, type CartService } from '../cart/service.js';
import type { DeliveryService, SettledQuote } from '../delivery/service.js';
import type { DocumentService } from '../documents/types.js';
import type { Events } from '../events/service.js';
import type { StockService } from '../stock/types.js';
import type { StoredCheckout } from './checkout-queries.js';
import type { Orders } from './service.js';

/** What checkouts need of other modules. */
export interface CheckoutDeps {
  carts: CartService;
  delivery: DeliveryService;
  stock: StockService;
  documents: DocumentService;
  events: Events;
  orders: Orders;
}

/** What a checkout lacks before it can be placed. */
export function gapsOf(
  scope: BuyerScope,
  checkout: StoredCheckout,
  { summary }: CartForOrder,
): CheckoutGap[] {
  const gaps: CheckoutGap[] = [];
  if (checkout.delivery === null) gaps.push('delivery');
  if (summary.lineCount === 0 || summary.problemCount > 0) gaps.push('lines');
  // Nobody orders at prices that are hidden from them.
  if (!scope.caller.can.placeOrders || scope.caller.can.seePrices !== 'own') gaps.push('permission');
  return gaps;
}

export async function quoteOf(
  delivery: DeliveryService,
  scope: BuyerScope,
  choice: NonNullable<StoredCheckout['delivery']>,
  cart: CartForOrder,
): Promise<SettledQuote> {
  const { total } = totalsOf(cart.vatSums, scope.caller.agreement.currency);
  return delivery.quote(scope, choice, { groups: cart.groups, total });
}
