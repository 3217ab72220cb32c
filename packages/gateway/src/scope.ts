import type { Locale } from '@kontor/contract';
import type { Kysely, Transaction } from 'kysely';

import type { BuyerCaller, Caller, MemberCaller, StaffCaller } from './caller.js';
import { companyScope, type CompanyRestriction } from './database/company-scope.js';
import type { Tables } from './database/tables.js';

/**
 * One request's view of the world: who asks, when, in which language, and a database that shows only the rows of the
 * caller's companies. Services take a scope first; there is no other way from a route to the data.
 */
export interface Scope<By extends Caller = Caller> {
  readonly caller: By;
  readonly now: Date;
  readonly locale: Locale;
  readonly requestId: string;
  readonly db: Kysely<Tables>;
  /** Runs the work in one transaction; inside of one it joins it. Use the scope that is passed in, never the outer one. */
  transaction<Result>(work: (scope: this) => Promise<Result>): Promise<Result>;
}

export type MemberScope = Scope<MemberCaller>;
export type BuyerScope = Scope<BuyerCaller>;
export type StaffScope = Scope<StaffCaller>;

/** What a scope is made of. */
export interface ScopeParts<By extends Caller> {
  caller: By;
  now: Date;
  locale: Locale;
  requestId: string;
  /** The unscoped database, or an open transaction on it. */
  system: Kysely<Tables>;
}

/** The only place where a caller becomes a view of the database. */
export function createScope<By extends Caller>({
  caller,
  now,
  locale,
  requestId,
  system,
}: ScopeParts<By>): Scope<By> {
  const plugin = companyScope(restrictionOf(caller));
  const over = (db: Kysely<Tables>, isInTransaction: boolean): Scope<By> => {
    const scope: Scope<By> = {
      caller,
      now,
      locale,
      requestId,
      db: db.withPlugin(plugin),
      transaction: (work) =>
        isInTransaction
          ? work(scope)
          : db.transaction().execute((transaction: Transaction<Tables>) => work(over(transaction, true))),
    };
    return scope;
  };
  return over(system, system.isTransaction);
}

/** Whose rows a caller may touch. Staff act on companies; a member acts for the selected one. */
function restrictionOf(caller: Caller): CompanyRestriction {
  if (caller.context) return { kind: 'company', companyId: caller.context.companyId };
  if (caller.staff === 'admin' || caller.kind === 'integration') return { kind: 'all' };
  if (caller.staff === 'manager' && caller.person) return { kind: 'managedBy', personId: caller.person.id };
  return { kind: 'nobody' };
}
