import type { Scope } from '../../scope.js';

/** Messages that leave with an order's transaction. */
export interface Outbox {
  /** Tells the seller's channel and the person who ordered, once each, after the scope's transaction. */
  orderPlaced(
    scope: Scope,
    order: { id: string; number: string; companyId: string; sellerId: string },
  ): Promise<void>;
}
