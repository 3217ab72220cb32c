import type {
  AcceptAccessRequest,
  AccessRequest,
  Address,
  AuditEntry,
  CompanyRow,
  CreateInvitation,
  Invitation,
  Order,
  OrderStatus,
  StaffOrderSummary,
} from '@kontor/contract';

import type { Http } from '../http.js';
import { List, type Paging } from '../list.js';
import type { CallOptions, ChangeOptions } from '../options.js';
import type { OrderQuery } from './orders.js';

/** What the supplier's staff does. A manager sees own companies, an admin all. */
export class Backoffice {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  companies({ after, ...query }: Paging & { query?: string } = {}, options?: CallOptions): List<CompanyRow> {
    return new List(
      (cursor) => this.#http.get('backoffice/companies', { ...query, after: cursor }, options),
      after,
    );
  }

  async companyAddresses(companyId: string, options?: CallOptions): Promise<Address[]> {
    return (
      await this.#http.get<{ items: Address[] }>(
        `backoffice/companies/${encodeURIComponent(companyId)}/addresses`,
        undefined,
        options,
      )
    ).items;
  }

  /** @throws ApiError `not_found`, `already_exists` */
  invite(input: CreateInvitation, options?: ChangeOptions): Promise<Invitation> {
    return this.#http.change('POST', 'backoffice/invitations', input, options);
  }

  accessRequests(
    { after, ...query }: Paging & { status?: 'open' | 'accepted' | 'rejected' } = {},
    options?: CallOptions,
  ): List<AccessRequest> {
    return new List(
      (cursor) => this.#http.get('backoffice/access-requests', { ...query, after: cursor }, options),
      after,
    );
  }

  acceptAccessRequest(
    id: string,
    input: AcceptAccessRequest,
    options?: ChangeOptions,
  ): Promise<AccessRequest> {
    return this.#http.change(
      'POST',
      `backoffice/access-requests/${encodeURIComponent(id)}/accept`,
      input,
      options,
    );
  }

  rejectAccessRequest(id: string, options?: ChangeOptions): Promise<AccessRequest> {
    return this.#http.change(
      'POST',
      `backoffice/access-requests/${encodeURIComponent(id)}/reject`,
      undefined,
      options,
    );
  }

  orders(
    { after, ...query }: OrderQuery & { company?: string } = {},
    options?: CallOptions,
  ): List<StaffOrderSummary> {
    return new List(
      (cursor) => this.#http.get('backoffice/orders', { ...query, after: cursor }, options),
      after,
    );
  }

  order(id: string, options?: CallOptions): Promise<Order> {
    return this.#http.get(`backoffice/orders/${encodeURIComponent(id)}`, undefined, options);
  }

  /** @throws ApiError `status_not_allowed` */
  updateOrderStatus(
    id: string,
    input: { status: OrderStatus; comment?: string },
    options?: ChangeOptions,
  ): Promise<Order> {
    return this.#http.change('POST', `backoffice/orders/${encodeURIComponent(id)}/status`, input, options);
  }

  /** Admins only. */
  audit({ after, ...query }: Paging & { company?: string } = {}, options?: CallOptions): List<AuditEntry> {
    return new List(
      (cursor) => this.#http.get('backoffice/audit', { ...query, after: cursor }, options),
      after,
    );
  }
}
