import type { Document } from '@kontor/contract';

import type { Scope } from '../../scope.js';

/** What other modules ask of documents. */
export interface DocumentService {
  /** Asks for the invoice of an order, in the scope's transaction; it is rendered afterwards and never blocks the order. */
  requestInvoice(scope: Scope, order: { id: string; companyId: string; number: string }): Promise<void>;
  ofOrder(scope: Scope, orderId: string): Promise<Document[]>;
}
