import type { Address, Agreement, PermissionOverrides, Role } from '@kontor/contract';

import type { Caller } from '../../caller.js';
import type { GatewayDeps } from '../../ports.js';
import type { MemberScope, Scope } from '../../scope.js';
import type { Events } from '../events/service.js';
import type { Background } from './background.js';
import type { HostTokens } from './host-tokens.js';

/** What the access module works with. */
export interface AccessDeps extends GatewayDeps {
  events: Events;
  background: Background;
  /** Lets letters that were written leave at once; to be called once they are committed. */
  sendLetters: () => void;
  /** A hash that no password has: whoever has none is checked against it, in the same time. */
  decoy: Promise<string>;
  /** Null: the supplier's site does not vouch for anybody. */
  hostTokens: HostTokens | null;
}

/** A request of a signed-in person, whether or not for a company. */
export type PersonScope = Scope<
  Caller & { readonly person: NonNullable<Caller['person']>; readonly sessionId: string }
>;

/** Somebody to invite. */
export interface Invitee {
  companyId: string;
  email: string;
  name: string;
  role: Role;
  overrides: PermissionOverrides;
}

/** An invitation that waits for an answer. */
export interface OpenInvitation extends Invitee {
  id: string;
  createdAt: Date;
  expiresAt: Date;
}

/** What the rest of the gateway asks of access. */
export interface Access {
  /**
   * Who sent the request; a visitor when it carries no credentials.
   * @throws ProblemError `invalid_token`, `origin_not_allowed`
   */
  authenticate(request: Request): Promise<Caller>;
  /** Agreements of the selected company that are valid today, by position. */
  listAgreements(scope: MemberScope): Promise<Agreement[]>;
  /**
   * Invites a person by e-mail into a company that the scope shows; an open invitation of the same address is renewed.
   * @throws ProblemError `not_found` without the company, `already_exists` for a member, `too_many_requests`
   */
  invite(scope: Scope, invitee: Invitee): Promise<OpenInvitation>;
  /** Lets the letters of invitations leave at once; to be called once they are committed. */
  readonly sendLetters: () => void;
  /** Delivery addresses of a company that the scope shows. */
  listAddresses(scope: Scope, companyId: string): Promise<Address[]>;
  /** Waits for marks that are under way; the database may be closed after it. */
  close(): Promise<void>;
  /** For the module's own routes and jobs. */
  readonly deps: AccessDeps;
}
