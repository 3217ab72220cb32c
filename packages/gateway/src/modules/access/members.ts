import type { InviteMember, Member, Page, UpdateMember } from '@kontor/contract';

import { json } from '../../database/json.js';
import { decodeCursor } from '../../http/cursor.js';
import { defaultPageSize, pageOf, type PageQuery } from '../../http/page.js';
import { ProblemError } from '../../problem-error.js';
import type { MemberScope } from '../../scope.js';
import { audit } from './audit.js';
import { lockCompany } from './company.js';
import { invite } from './invitations.js';
import { memberOf, memberQuery, invitationQuery } from './member-queries.js';
import { permissionsOf } from './permissions.js';
import { requireWithin } from './privileges.js';
import type { AccessDeps } from './types.js';

/** Members, invited and removed ones included, oldest first. */
export async function listMembers(
  scope: MemberScope,
  { limit = defaultPageSize, after }: PageQuery,
): Promise<Page<Member>> {
  const cursor = decodeCursor(after, ['instant', 'string']);
  let query = scope.db
    .selectFrom(memberQuery(scope).unionAll(invitationQuery(scope)).as('entry'))
    .selectAll()
    .orderBy('createdAt')
    .orderBy('id')
    .limit(limit + 1);
  if (cursor)
    query = query.where((where) => where(where.refTuple('createdAt', 'id'), '>', where.tuple(...cursor)));
  return pageOf(await query.execute(), limit, memberOf, (row) => [row.createdAt.toISOString(), row.id]);
}

/** Invites a colleague with at most the inviter's own permissions. */
export async function inviteMember(
  scope: MemberScope,
  { email, name, role, overrides = {} }: InviteMember,
): Promise<Member> {
  requireWithin(permissionsOf(role, overrides), scope.caller.can);
  const companyId = scope.caller.company.id;
  const { id, createdAt } = await invite(scope, { companyId, email, name, role, overrides });
  return memberOf({ id, name, email: email.toLowerCase(), role, overrides, createdAt, status: 'invited' });
}

/**
 * Changes the role or the switches of a member or of an open invitation; what is not given stays. Pages of the member are told.
 * @throws ProblemError `not_found`, `forbidden`, `last_owner`
 */
export async function updateMember(
  { events }: AccessDeps,
  outer: MemberScope,
  id: string,
  input: UpdateMember,
): Promise<Member> {
  return outer.transaction(async (scope) => {
    const companyId = scope.caller.company.id;
    await lockCompany(scope, companyId);
    const entry = await findEntry(scope, id);
    const changed = {
      ...entry,
      role: input.role ?? entry.role,
      overrides: input.overrides ?? entry.overrides,
    };
    requireWithin(permissionsOf(entry.role, entry.overrides), scope.caller.can);
    requireWithin(permissionsOf(changed.role, changed.overrides), scope.caller.can);
    if (isOwner(entry) && !isOwner(changed)) await requireAnotherOwner(scope, id);
    const terms = { role: changed.role, overrides: json(changed.overrides) };
    if (entry.status === 'invited') {
      await scope.db.updateTable('invitation').set(terms).where('id', '=', id).execute();
    } else {
      await scope.db.updateTable('member').set(terms).where('id', '=', id).execute();
      const sessions = await scope.db
        .updateTable('session')
        .set((update) => ({ revision: update('revision', '+', 1) }))
        .where('member_id', '=', id)
        .where('ended_at', 'is', null)
        .returning(['person_id as personId', 'revision'])
        .execute();
      for (const { personId, revision } of sessions)
        await events.publish(scope, { companyId, personId }, { type: 'session.changed', revision });
    }
    await audit(scope, 'member.changed', {
      subject: id,
      details: { role: changed.role, overrides: changed.overrides },
    });
    return memberOf(changed);
  });
}

/**
 * Removes a member, or takes an invitation back. Sessions and API keys of the membership end; its orders stay.
 * @throws ProblemError `not_found`, `forbidden`, `last_owner`
 */
export async function removeMember(outer: MemberScope, id: string): Promise<void> {
  await outer.transaction(async (scope) => {
    const { db, now, caller } = scope;
    await lockCompany(scope, caller.company.id);
    const entry = await findEntry(scope, id);
    requireWithin(permissionsOf(entry.role, entry.overrides), caller.can);
    if (isOwner(entry)) await requireAnotherOwner(scope, id);
    if (entry.status === 'invited') {
      await db.updateTable('invitation').set({ expires_at: now }).where('id', '=', id).execute();
    } else {
      await db.updateTable('member').set({ removed_at: now }).where('id', '=', id).execute();
      await db
        .updateTable('session')
        .set({ ended_at: now })
        .where('member_id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
    }
    await audit(scope, 'member.removed', { subject: id, details: { was: entry.status } });
  });
}

type Entry = Parameters<typeof memberOf>[0];

async function findEntry(scope: MemberScope, id: string): Promise<Entry> {
  const entry =
    (await memberQuery(scope).where('member.id', '=', id).executeTakeFirst()) ??
    (await invitationQuery(scope).where('invitation.id', '=', id).executeTakeFirst());
  if (!entry || entry.status === 'removed') throw new ProblemError('not_found');
  return entry;
}

/** An owner who may not manage members cannot keep a company going. */
function isOwner({ status, role, overrides }: Entry): boolean {
  return status === 'active' && role === 'owner' && permissionsOf(role, overrides).manageMembers;
}

async function requireAnotherOwner(scope: MemberScope, id: string): Promise<void> {
  const others = await memberQuery(scope)
    .where('member.id', '!=', id)
    .where('member.role', '=', 'owner')
    .where('person.disabled_at', 'is', null)
    .execute();
  if (!others.some(isOwner)) throw new ProblemError('last_owner');
}
