import { json } from '../../database/json.js';
import { spend } from '../../http/allowance.js';
import { newId, newSecret, sha256 } from '../../identifiers.js';
import { ProblemError } from '../../problem-error.js';
import type { Scope } from '../../scope.js';
import { audit } from './audit.js';
import { lockCompany } from './company.js';
import { requestInvitationLetter } from './send-letters.js';
import { invitations } from './throttle.js';
import type { Invitee, OpenInvitation } from './types.js';
import { unscoped } from './unscoped.js';

/** Milliseconds for which an invitation waits. */
const invitationLife = 7 * 86_400_000;

/**
 * Invites a person by e-mail into a company that the scope shows; an open invitation of the same address is renewed, and
 * its former link is worth nothing. The letter leaves after the scope's transaction, with a link that is made for it then.
 * @throws ProblemError `not_found` without the company, `already_exists` for a member, `too_many_requests`
 */
export async function invite(outer: Scope, given: Invitee): Promise<OpenInvitation> {
  const invitee = { ...given, email: given.email.toLowerCase() };
  const personId = outer.caller.person?.id ?? null;
  return outer.transaction(async (scope) => {
    if (personId !== null) await spend(unscoped(scope), invitations(personId), scope.now);
    await lockCompany(scope, invitee.companyId);
    await refuseMember(scope, invitee);
    // Nobody knows this one: the link is made when its letter is sent.
    const opened = await write(scope, invitee, await sha256(newSecret('kin')));
    await audit(scope, 'member.invited', {
      subject: opened.id,
      companyId: invitee.companyId,
      details: { role: invitee.role, overrides: invitee.overrides },
    });
    await requestInvitationLetter(scope, { ...opened, locale: scope.locale });
    return opened;
  });
}

async function refuseMember(scope: Scope, { companyId, email }: Invitee): Promise<void> {
  const member = await scope.db
    .selectFrom('member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .select('member.id')
    .where('member.company_id', '=', companyId)
    .where('member.removed_at', 'is', null)
    .where('person.email', '=', email)
    .executeTakeFirst();
  if (member) throw new ProblemError('already_exists', { pointer: '/email' });
}

async function write(scope: Scope, invitee: Invitee, tokenHash: Uint8Array): Promise<OpenInvitation> {
  const { db, now, caller } = scope;
  const { companyId, email, name, role, overrides } = invitee;
  const expiresAt = new Date(now.getTime() + invitationLife);
  const terms = {
    name,
    role,
    overrides: json(overrides),
    token_hash: tokenHash,
    invited_by: caller.person?.id ?? null,
    expires_at: expiresAt,
  };
  const renewed = await db
    .updateTable('invitation')
    .set(terms)
    .where('company_id', '=', companyId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['id', 'created_at as createdAt'])
    .executeTakeFirst();
  if (renewed) return { ...invitee, ...renewed, expiresAt };
  const id = newId('inv');
  await db
    .insertInto('invitation')
    .values({ id, company_id: companyId, email, created_at: now, ...terms })
    .execute();
  return { ...invitee, id, createdAt: now, expiresAt };
}
