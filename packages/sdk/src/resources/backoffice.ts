import type {
  AcceptAccessRequest,
  AccessRequest,
  Address,
  AuditEntry,
  CompanyRow,
  CreatedIntegrationKey,
  CreateInvitation,
  ExchangeProblem,
  ExchangeRun,
  ExchangeRunFile,
  IntegrationKey,
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

  /** Runs of the exchange with the accounting system, newest first. Admins only. */
  exchangeRuns(
    { after, ...query }: Paging & { channel?: ExchangeRun['channel']; status?: ExchangeRun['status'] } = {},
    options?: CallOptions,
  ): List<ExchangeRun> {
    return new List(
      (cursor) => this.#http.get('backoffice/exchange/runs', { ...query, after: cursor }, options),
      after,
    );
  }

  /** A run with its files. Admins only. @throws ApiError `not_found` */
  exchangeRun(id: string, options?: CallOptions): Promise<{ run: ExchangeRun; files: ExchangeRunFile[] }> {
    return this.#http.get(`backoffice/exchange/runs/${encodeURIComponent(id)}`, undefined, options);
  }

  /** Problems of a run, in the order in which they were found. Admins only. @throws ApiError `not_found` */
  exchangeProblems(
    runId: string,
    { after, ...query }: Paging & { severity?: ExchangeProblem['severity'] } = {},
    options?: CallOptions,
  ): List<ExchangeProblem> {
    const path = `backoffice/exchange/runs/${encodeURIComponent(runId)}/problems`;
    return new List((cursor) => this.#http.get(path, { ...query, after: cursor }, options), after);
  }

  /** Keys of other systems that work. Admins only. */
  integrationKeys({ after, ...query }: Paging = {}, options?: CallOptions): List<IntegrationKey> {
    return new List(
      (cursor) => this.#http.get('backoffice/integration-keys', { ...query, after: cursor }, options),
      after,
    );
  }

  /** Makes a key for another system; its secret is told only here. Admins only. */
  createIntegrationKey(name: string, options?: ChangeOptions): Promise<CreatedIntegrationKey> {
    return this.#http.change('POST', 'backoffice/integration-keys', { name }, options);
  }

  /** Revokes a key at once. Admins only. @throws ApiError `not_found` */
  removeIntegrationKey(id: string, options?: ChangeOptions): Promise<void> {
    return this.#http.command(
      'DELETE',
      `backoffice/integration-keys/${encodeURIComponent(id)}`,
      undefined,
      options,
    );
  }
}
