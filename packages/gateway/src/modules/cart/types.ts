import type { Agreement, AgreementPreview, AgreementSwitch } from '@kontor/contract';

import type { AgreementTerms } from '../../caller.js';
import type { BuyerScope } from '../../scope.js';

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
