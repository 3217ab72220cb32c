import type {
  Agreement,
  AgreementPreview,
  AgreementSwitch,
  CartLine,
  CartSummary,
  FulfilmentGroup,
  LineChange,
} from '@kontor/contract';

import type { AgreementTerms } from '../../caller.js';
import type { VatSums } from '../../database/tables.js';
import type { BuyerScope } from '../../scope.js';
import type { CatalogVariant } from '../catalog/types.js';
import type { StoredLine } from './queries.js';

/** An agreement with its terms, as the session module reads them. */
export interface AgreementChoice {
  agreement: Agreement;
  terms: AgreementTerms;
}

/** What happens to carts when the buyer context changes; called by the session. */
export interface CartSwitching {
  /**
   * Takes the current cart of the former agreement along and prices it anew. Runs in the scope's transaction;
   * the scope is of the new context.
   */
  moveCurrent(
    scope: BuyerScope,
    formerAgreementId: string | null,
  ): Promise<Pick<AgreementSwitch, 'cart' | 'repriced' | 'removed' | 'difference'>>;
  /** What the current cart would be under each agreement; changes nothing. */
  preview(scope: BuyerScope, choices: readonly AgreementChoice[]): Promise<AgreementPreview['items']>;
}

/** A cart that was locked, priced and compared with stock this moment, as an order needs it. */
export interface CartForOrder {
  summary: CartSummary;
  vatSums: VatSums;
  lines: StoredLine[];
  variants: ReadonlyMap<number, CatalogVariant>;
  /** Lines with a problem, as they are answered. */
  problemLines: CartLine[];
  repriced: LineChange[];
  groups: FulfilmentGroup[];
}
