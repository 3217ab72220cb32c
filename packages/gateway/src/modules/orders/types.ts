import type { Totals } from '@kontor/contract';

import type { Scope } from '../../scope.js';
import type { SettledDelivery } from '../delivery/types.js';

/** What an order was placed under, kept with it for ever: requisites and terms may change later. */
export interface OrderContext {
  agreement?: {
    name: string;
    number: string | null;
    paymentTerm: { kind: string; days?: number | undefined };
  };
  locale?: string;
  contact?: { name: string; email: string };
}

/** An order as other modules (documents, outbox) read it, with every price. */
export interface FullOrder {
  id: string;
  number: string;
  companyId: string;
  /** Who placed it; null for orders that came from elsewhere. */
  memberId: string | null;
  sellerId: string;
  status: string;
  placedAt: Date;
  placedBy: string | null;
  currency: string;
  vatMode: 'included' | 'excluded' | 'none';
  totals: Totals;
  delivery: SettledDelivery | null;
  deliveryCost: string | null;
  comment: string | null;
  purchaseOrderNumber: string | null;
  context: OrderContext;
  lines: FullOrderLine[];
}

export interface FullOrderLine {
  position: number;
  sku: string;
  name: string;
  unitCode: string;
  unitName: string;
  quantity: string;
  unitPrice: string | null;
  vatRate: string | null;
  net: string | null;
  vat: string | null;
  total: string | null;
}

/** What other modules ask of orders. */
export interface OrderReader {
  /** An order of the scope with every price; undefined when it is not there. For documents and channels, never for answers. */
  full(scope: Pick<Scope, 'db'>, id: string): Promise<FullOrder | undefined>;
}
