import type { BuyerScope } from '../../scope.js';

/**
 * The state of prices by which a cart's stored figures are told apart from the present: the epoch of prices and what the
 * member may see of them. A member whose permission changed gets figures anew and hears nothing of the former ones.
 */
export function stateOfPrices(scope: BuyerScope, epoch: string): string {
  return `${epoch}/${scope.caller.can.seePrices}`;
}

/** Whether stored figures are such as the caller may see, be they of the present or not. */
export function isPricedFor(scope: BuyerScope, priceEpoch: string): boolean {
  const seen = /\/(\w+)$/.exec(priceEpoch)?.[1];
  return seen === undefined || seen === scope.caller.can.seePrices;
}
