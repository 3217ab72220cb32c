import type {
  AccessRequestInput,
  Address,
  AddressInput,
  ApiKey,
  ApiKeyScope,
  Balance,
  CallRequest,
  CallRequested,
  Company as CompanyAnswer,
  CreatedApiKey,
  InviteMember,
  Member,
  RequisitesForm,
  UpdateMember,
} from '@kontor/contract';

import type { Http } from '../http.js';
import { List, type Paging } from '../list.js';
import type { CallOptions, ChangeOptions } from '../options.js';

/** The selected company. */
export class Company {
  /** Delivery addresses. */
  readonly addresses: Addresses;
  /** People of the company. */
  readonly members: Members;
  /** Keys for scripts. */
  readonly apiKeys: ApiKeys;
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
    this.addresses = new Addresses(http);
    this.members = new Members(http);
    this.apiKeys = new ApiKeys(http);
  }

  /** The company with its personal manager. */
  get(options?: CallOptions): Promise<CompanyAnswer> {
    return this.#http.get('company', undefined, options);
  }

  /** Debt and credit limit; null when nothing is known. @throws ApiError `forbidden` without the permission `seeBalance` */
  async balance(options?: CallOptions): Promise<Balance | null> {
    return (await this.#http.get<{ balance: Balance | null }>('company/balance', undefined, options)).balance;
  }

  /**
   * Asks the manager for a call. All that is known of the subject may be told; each thing must be visible.
   * @throws ApiError `not_found` for a subject that is not there, `too_many_requests` after several in an hour
   */
  callMe(input: CallRequest, options?: ChangeOptions): Promise<CallRequested> {
    return this.#http.change('POST', 'company/call-me', input, options);
  }

  /** Fields that a legal type asks for. @throws ApiError `not_found` */
  requisitesForm(legalType: string, options?: CallOptions): Promise<RequisitesForm> {
    return this.#http.get(`requisites-forms/${encodeURIComponent(legalType)}`, undefined, options);
  }
}

/** Delivery addresses of the company. */
export class Addresses {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  list({ limit, after }: Paging = {}, options?: CallOptions): List<Address> {
    return new List(
      (cursor) => this.#http.get('company/addresses', { limit, after: cursor }, options),
      after,
    );
  }

  create(input: AddressInput, options?: ChangeOptions): Promise<Address> {
    return this.#http.change('POST', 'company/addresses', input, options);
  }

  remove(id: string, options?: ChangeOptions): Promise<void> {
    return this.#http.command('DELETE', `company/addresses/${encodeURIComponent(id)}`, undefined, options);
  }
}

/** People of the company. */
export class Members {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Members, invited and removed ones included. */
  list({ limit, after }: Paging = {}, options?: CallOptions): List<Member> {
    return new List((cursor) => this.#http.get('company/members', { limit, after: cursor }, options), after);
  }

  /** @throws ApiError `already_exists` */
  invite(input: InviteMember, options?: ChangeOptions): Promise<Member> {
    return this.#http.change('POST', 'company/members', input, options);
  }

  /** @throws ApiError `last_owner` */
  update(id: string, input: UpdateMember, options?: ChangeOptions): Promise<Member> {
    return this.#http.change('PATCH', `company/members/${encodeURIComponent(id)}`, input, options);
  }

  /** The person's sessions end, the orders stay. @throws ApiError `last_owner` */
  remove(id: string, options?: ChangeOptions): Promise<void> {
    return this.#http.command('DELETE', `company/members/${encodeURIComponent(id)}`, undefined, options);
  }
}

/** Keys for scripts. */
export class ApiKeys {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  list({ limit, after }: Paging = {}, options?: CallOptions): List<ApiKey> {
    return new List((cursor) => this.#http.get('company/api-keys', { limit, after: cursor }, options), after);
  }

  /** The secret is told only here. */
  create(
    input: { name: string; scopes: ApiKeyScope[]; agreementId?: string },
    options?: CallOptions,
  ): Promise<CreatedApiKey> {
    return this.#http.changeOnce('company/api-keys', input, options);
  }

  remove(id: string, options?: ChangeOptions): Promise<void> {
    return this.#http.command('DELETE', `company/api-keys/${encodeURIComponent(id)}`, undefined, options);
  }
}

/** Requests for access by people who have none yet. */
export class AccessRequests {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** @throws ApiError `too_many_requests` */
  create(input: AccessRequestInput, options?: ChangeOptions): Promise<void> {
    return this.#http.command('POST', 'access-requests', input, options);
  }
}
