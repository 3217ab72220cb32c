import type { BuyerContext, Location } from '@kontor/contract';

import { calendarDay } from '../../calendar-day.js';
import { json } from '../../database/json.js';
import { newSecret, sha256 } from '../../identifiers.js';
import { ProblemError } from '../../problem-error.js';
import type { MemberScope, Scope } from '../../scope.js';
import { findDefaultAgreement } from './agreements.js';
import { audit } from './audit.js';
import { callerOfSession } from './authenticate.js';
import { isMemberScope } from './member-scope.js';
import type { OpenedSession } from './open-session.js';
import type { AccessDeps, PersonScope } from './types.js';
import { scopeAs, unscoped } from './unscoped.js';

/**
 * Ends the caller's session; a visitor has none. API keys are revoked by people, not by themselves.
 * @throws ProblemError `forbidden` for an API key
 */
export async function endOwnSession(scope: Scope): Promise<void> {
  const { sessionId, kind } = scope.caller;
  if (sessionId === null) return;
  if (kind === 'apiKey') throw new ProblemError('forbidden');
  await scope.db.updateTable('session').set({ ended_at: scope.now }).where('id', '=', sessionId).execute();
  await audit(scope, 'session.ended', { subject: sessionId });
}

/** Replaces the token of the caller's session; the former one is worth nothing from then on. */
export async function rotateToken(scope: PersonScope): Promise<OpenedSession> {
  const { sessionId: id } = scope.caller;
  const token = newSecret('kss');
  await scope.db
    .updateTable('session')
    .set({ token_hash: await sha256(token) })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { id, token };
}

/**
 * Lets the caller act for another company, under its default agreement.
 * @throws ProblemError `not_found` unless the person is a member there
 */
export async function selectCompany(
  { settings, events }: AccessDeps,
  outer: PersonScope,
  companyId: string,
): Promise<void> {
  if (outer.caller.context?.companyId === companyId) return;
  await outer.transaction(async (scope) => {
    const { sessionId, person } = scope.caller;
    const db = unscoped(scope);
    const member = await db
      .selectFrom('member')
      .select('id')
      .where('person_id', '=', person.id)
      .where('company_id', '=', companyId)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    if (!member) throw new ProblemError('not_found', { pointer: '/companyId' });
    const day = calendarDay(scope.now, settings.timeZone);
    const agreementId = await findDefaultAgreement(db, companyId, day);
    await db
      .updateTable('session')
      .set((update) => ({
        member_id: member.id,
        agreement_id: agreementId,
        location: json(null),
        revision: update('revision', '+', 1),
      }))
      .where('id', '=', sessionId)
      .execute();
    const changed = scopeAs(scope, await callerOfSession(db, sessionId));
    await announce(events, changed);
    await audit(changed, 'session.companySelected', { subject: sessionId });
  });
}

/** Sets where goods go; null forgets it. */
export async function setLocation(
  { events }: AccessDeps,
  outer: MemberScope,
  location: Location | null,
): Promise<BuyerContext> {
  return outer.transaction(async (scope) => {
    const sessionId = scope.caller.sessionId ?? '';
    await scope.db
      .updateTable('session')
      .set((update) => ({ location: json(location), revision: update('revision', '+', 1) }))
      .where('id', '=', sessionId)
      .execute();
    const changed = scopeAs(scope, await callerOfSession(unscoped(scope), sessionId));
    return announce(events, changed);
  });
}

/** Tells the person's other pages that the context changed, and answers it. */
export async function announce(events: AccessDeps['events'], scope: Scope): Promise<BuyerContext> {
  if (!isMemberScope(scope)) throw new ProblemError('no_company');
  const { context, person } = scope.caller;
  await events.publish(
    scope,
    { companyId: context.companyId, personId: person.id },
    { type: 'session.changed', revision: context.revision },
  );
  return context;
}
