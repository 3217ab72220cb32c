import type { Session } from '@kontor/contract';

import type { Scope } from '../../scope.js';
import { findValidAgreements } from './agreements.js';
import { callerOfSession } from './authenticate.js';
import { isMemberScope } from './member-scope.js';
import type { AccessDeps } from './types.js';
import { scopeAs, unscoped } from './unscoped.js';

/** Who is calling and what that allows, for every kind of caller. */
export async function describeSession({ settings }: AccessDeps, scope: Scope): Promise<Session> {
  const { kind, person, staff, context, can, expiresAt } = scope.caller;
  return {
    // Other systems have no session: they are not let in here.
    kind: kind === 'integration' ? 'visitor' : kind,
    person,
    staff,
    companies: await companiesOf(scope),
    agreements: isMemberScope(scope)
      ? (await findValidAgreements(scope, settings)).map(({ agreement }) => agreement)
      : [],
    context,
    can,
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}

/** The same for a session that was just opened or changed. */
export async function describeSessionById(access: AccessDeps, scope: Scope, id: string): Promise<Session> {
  return describeSession(access, scopeAs(scope, await callerOfSession(unscoped(scope), id)));
}

/** All companies of the person; a key for scripts knows only its own. */
async function companiesOf(scope: Scope): Promise<Session['companies']> {
  const { person, kind, context } = scope.caller;
  if (!person) return [];
  let query = unscoped(scope)
    .selectFrom('member')
    .innerJoin('company', 'company.id', 'member.company_id')
    .select(['company.id as id', 'company.name as name', 'member.id as memberId', 'member.role as role'])
    .where('member.person_id', '=', person.id)
    .where('member.removed_at', 'is', null)
    .orderBy('company.name')
    .orderBy('company.id');
  if (kind === 'apiKey') query = query.where('company.id', '=', context?.companyId ?? '');
  return query.execute();
}
