import type {
  DeliveryChoice,
  DeliveryKind,
  DeliveryQuote,
  FulfilmentGroup,
  Location,
} from '@kontor/contract';

import type { BuyerScope } from '../../scope.js';

/** An address of the company, as delivery needs it. */
export interface KnownAddress {
  id: string;
  location: Location;
  street: string;
  postalCode: string | null;
  contact: string | null;
  phone: string | null;
}

/** Finds addresses of the caller's company. */
export interface AddressBook {
  address(scope: BuyerScope, id: string): Promise<KnownAddress | undefined>;
}

/** A choice after it was checked: everything an order keeps of it. */
export interface SettledDelivery {
  methodId: string;
  kind: DeliveryKind;
  name: string;
  location: Location | null;
  street: string | null;
  postalCode: string | null;
  contact: string | null;
  phone: string | null;
  /** Warehouse of a pickup. */
  warehouseId: string | null;
}

/** A quote with what an order needs of it. */
export interface SettledQuote {
  quote: DeliveryQuote;
  settled: SettledDelivery;
  /** Sum over the groups in the agreement's currency; null when it is agreed upon later. */
  cost: string | null;
}

/** What other modules ask of delivery. */
export interface DeliveryService {
  /**
   * Checks a choice and prices it per fulfilment group.
   * @throws ProblemError `not_found`, `checkout_incomplete`, `delivery_not_available`
   */
  quote(
    scope: BuyerScope,
    choice: DeliveryChoice,
    goods: { groups: readonly FulfilmentGroup[]; total: string },
  ): Promise<SettledQuote>;
}
