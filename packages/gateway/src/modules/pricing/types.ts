import type { Price, PriceSource, PriceStep } from '@kontor/contract';

import type { AgreementTerms } from '../../caller.js';
import type { Decimal } from '../../money/decimal.js';
import type { BuyerScope, Scope } from '../../scope.js';
import type { CatalogVariant } from '../catalog/types.js';

/** An item to price; the quantity is a plain decimal string. */
export interface PriceRequest {
  variant: CatalogVariant;
  quantity: string;
}

/** A stored price that may apply to a variant at a quantity. */
export interface PriceCandidate {
  variantId: number;
  source: PriceSource;
  /** Quantity from which it applies. */
  from: Decimal;
  amount: string;
  currency: string;
  validTo: Date | null;
  updatedAt: Date;
}

/** Options of a resolution. */
export interface ResolveOptions {
  /** Price under this agreement of the caller's company instead of the selected one. */
  agreement?: AgreementTerms;
}

/** The one price function of every surface, and what stands around it. */
export interface Pricing {
  /** Prices in the order of the requests; hidden from those who see none. */
  resolve(scope: BuyerScope, requests: readonly PriceRequest[], options?: ResolveOptions): Promise<Price[]>;
  /** One price with the steps that led to it. */
  explain(scope: BuyerScope, request: PriceRequest): Promise<{ price: Price; steps: PriceStep[] }>;
  /** An amount in another currency at today's rate, rounded to its minor unit; null when a rate is missing. */
  convert(scope: Scope, amount: string, from: string, to: string): Promise<string | null>;
  /** Changes whenever a price of this company may have changed. */
  epoch(scope: Scope): Promise<string>;
}
