import {
  backofficeResources,
  catalogueResources,
  checkoutResources,
  companyResources,
  orderResources,
} from '@kontor/sdk';

import { createCatalogue, type CataloguePart } from './catalogue.js';
import { createCheckout, type CheckoutPart } from './checkout.js';
import { createCompany, type CompanyPart } from './company.js';
import { createExchangeJournal, type ExchangeJournalPart } from './exchange-journal.js';
import { createOrders, type OrdersPart } from './orders.js';
import type { MakePart, ShopCore } from './shop-core.js';
import type { Shop } from './shop.js';

/** A shop of which a part may not be made yet, or no shop at all. */
type Given = (ShopCore & Partial<Shop>) | undefined;

/** A part of a shop; of no shop there is none. */
export type PartOf<Of extends Given, Part> = Part | (undefined extends Of ? undefined : never);

/** The catalogue of a shop. */
export function catalogueOf<Of extends Given>(shop: Of): PartOf<Of, CataloguePart> {
  return (shop?.catalogue ?? shop?.part(makeCatalogue)) as PartOf<Of, CataloguePart>;
}

/** The checkout of a shop. */
export function checkoutOf<Of extends Given>(shop: Of): PartOf<Of, CheckoutPart> {
  return (shop?.checkout ?? shop?.part(makeCheckout)) as PartOf<Of, CheckoutPart>;
}

/** The orders of a shop. */
export function ordersOf<Of extends Given>(shop: Of): PartOf<Of, OrdersPart> {
  return (shop?.orders ?? shop?.part(makeOrders)) as PartOf<Of, OrdersPart>;
}

/** The company that somebody buys for. */
export function companyOf<Of extends Given>(shop: Of): PartOf<Of, CompanyPart> {
  return (shop?.company ?? shop?.part(makeCompany)) as PartOf<Of, CompanyPart>;
}

/** The journal of the exchange with the accounting system, for admins. */
export function exchangeJournalOf<Of extends ShopCore | undefined>(
  shop: Of,
): PartOf<Of, ExchangeJournalPart> {
  return shop?.part(makeExchangeJournal) as PartOf<Of, ExchangeJournalPart>;
}

// What the client itself has counts: its resources may be replaced one by one.
const makeCatalogue: MakePart<CataloguePart> = ({ client, session }) =>
  createCatalogue({ ...client.resources(catalogueResources), ...client }, session);

const makeCheckout: MakePart<CheckoutPart> = ({ client, session, cart, newsroom, storage }) =>
  createCheckout({ ...client.resources(checkoutResources), ...client }, session, cart, newsroom, storage);

const makeOrders: MakePart<OrdersPart> = ({ client, session, newsroom }) =>
  createOrders({ ...client.resources(orderResources), ...client }, session, newsroom);

const makeCompany: MakePart<CompanyPart> = ({ client, session }) =>
  createCompany({ ...client.resources(companyResources), ...client }, session);

const makeExchangeJournal: MakePart<ExchangeJournalPart> = ({ client, session }) =>
  createExchangeJournal({ ...client.resources(backofficeResources), ...client }, session);
