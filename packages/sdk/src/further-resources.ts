import type { ClientSeams } from './client-core.js';
import { Backoffice } from './resources/backoffice.js';
import { Categories } from './resources/catalog.js';
import { AccessRequests, Company } from './resources/company.js';
import { Checkout, Delivery, Documents, Orders } from './resources/orders.js';

/** What a catalogue asks beside products. */
export const catalogueResources = ({ http }: ClientSeams): { readonly categories: Categories } => ({
  categories: new Categories(http),
});

/** What a checkout asks. */
export const checkoutResources = ({
  http,
}: ClientSeams): { readonly checkout: Checkout; readonly delivery: Delivery; readonly company: Company } => ({
  checkout: new Checkout(http),
  delivery: new Delivery(http),
  company: new Company(http),
});

/** What a history of orders asks. */
export const orderResources = ({
  http,
  events,
}: ClientSeams): { readonly orders: Orders; readonly documents: Documents } => ({
  orders: new Orders(http, events),
  documents: new Documents(http),
});

/** What asks of the company, its balance and its manager, and for a way into one. */
export const companyResources = ({
  http,
}: ClientSeams): { readonly company: Company; readonly accessRequests: AccessRequests } => ({
  company: new Company(http),
  accessRequests: new AccessRequests(http),
});

/** What the supplier's staff asks. */
export const backofficeResources = ({ http }: ClientSeams): { readonly backoffice: Backoffice } => ({
  backoffice: new Backoffice(http),
});
