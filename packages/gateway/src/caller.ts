import {
  visitorPermissions,
  type BuyerContext,
  type PaymentTerm,
  type Permissions,
  type VatMode,
} from '@kontor/contract';

import type { PriceSegment } from './database/stored-values.js';

/** The terms of the selected agreement, as pricing needs them. */
export interface AgreementTerms {
  id: string;
  sellerId: string;
  currency: string;
  vatMode: VatMode;
  priceTypeId: string | null;
  /** Decimal string. */
  coefficient: string;
  /** Goods with a price type of their own; of two the one further down the tree counts. */
  segments: readonly PriceSegment[];
  paymentTerm: PaymentTerm;
  assortmentId: string | null;
  /** Warehouses that serve the agreement; null: all of the seller. */
  warehouseIds: string[] | null;
  validFrom: string | null;
  validTo: string | null;
}

/** What pricing and stock need to know of the selected company. */
export interface CompanyTerms {
  id: string;
  sellerId: string;
  segmentId: string | null;
  assortmentId: string | null;
  /** Percent off price-type prices by purchase volume, decimal string; null without a grade. */
  grade: { name: string; percent: string } | null;
  /** Price type shown to members who see base prices only. */
  basePriceTypeId: string | null;
}

/** Who sent a request and what that allows; made by the access module alone. */
export interface Caller {
  readonly kind: 'visitor' | 'member' | 'staff' | 'apiKey' | 'integration';
  readonly sessionId: string | null;
  readonly person: { id: string; name: string; email: string; phone: string | null } | null;
  readonly staff: 'manager' | 'admin' | null;
  readonly can: Permissions;
  /** Scopes of an API key; null: everything that `can` allows. */
  readonly scopes: readonly string[] | null;
  readonly context: BuyerContext | null;
  readonly company: CompanyTerms | null;
  readonly agreement: AgreementTerms | null;
  /** The assortment that this caller sees: the agreement's, else the company's, else the public one. */
  readonly assortmentId: string;
  readonly expiresAt: Date | null;
}

/** Somebody who acts for a company. */
export type MemberCaller = Caller & {
  readonly person: NonNullable<Caller['person']>;
  readonly context: BuyerContext;
  readonly company: CompanyTerms;
};

/** Somebody who acts for a company under an agreement. */
export type BuyerCaller = MemberCaller & { readonly agreement: AgreementTerms };

/** Somebody of the supplier's staff. */
export type StaffCaller = Caller & {
  readonly person: NonNullable<Caller['person']>;
  readonly staff: 'manager' | 'admin';
};

/** The assortment that visitors see. */
export const publicAssortmentId = 'public';

/** Nobody is signed in. */
export const visitor: Caller = {
  kind: 'visitor',
  sessionId: null,
  person: null,
  staff: null,
  can: visitorPermissions,
  scopes: null,
  context: null,
  company: null,
  agreement: null,
  assortmentId: publicAssortmentId,
  expiresAt: null,
};
