import type { Kysely } from 'kysely';

import { giveBack, spend } from '../../http/allowance.js';
import { visitor } from '../../caller.js';
import type { Tables } from '../../database/tables.js';
import { json } from '../../database/json.js';
import { newId, sha256 } from '../../identifiers.js';
import { ProblemError } from '../../problem-error.js';
import type { Scope } from '../../scope.js';
import { audit } from './audit.js';
import { openSession, type OpenedSession } from './open-session.js';
import { provePassword } from './prove-password.js';
import { clientTries } from './throttle.js';
import type { AccessDeps } from './types.js';

/** What an invitee gives. */
export interface Acceptance {
  token: string;
  name: string;
  password: string;
  request: Request;
}

/**
 * Makes the invitee a member and signs them in. Somebody new gets the name and the password; somebody who has a password
 * proves it and keeps it, for the link alone must not open an account that exists.
 * @throws ProblemError `invalid_token`, `invalid_credentials`, `too_many_requests`
 */
export async function acceptInvitation(
  access: AccessDeps,
  scope: Pick<Scope, 'now' | 'locale'>,
  { token, name, password, request }: Acceptance,
): Promise<OpenedSession> {
  const { settings, passwords } = access;
  const { system } = access.database;
  const client = await clientTries(settings, request);
  await spend(system, client, scope.now);
  const tokenHash = await sha256(token);
  const invitation = await openInvitation(system, tokenHash, scope.now).executeTakeFirst();
  const person = invitation && (await findPerson(system, invitation.email));
  if (!invitation || (person && person.disabledAt !== null))
    throw new ProblemError('invalid_token', { pointer: '/token' });
  const isKnown = person !== undefined && person.hash !== null;
  if (isKnown) await provePassword(access, scope, { email: invitation.email, password, request });
  const hash = isKnown ? null : await passwords.hash(password);

  const opened = await system.transaction().execute(async (db) => {
    const { now, locale } = scope;
    const accepted = await openInvitation(db, tokenHash, now).forUpdate().executeTakeFirst();
    if (!accepted) throw new ProblemError('invalid_token', { pointer: '/token' });
    await db.updateTable('invitation').set({ accepted_at: now }).where('id', '=', accepted.id).execute();
    const personId = person?.id ?? (await addPerson(db, { email: accepted.email, name, locale, now }, hash));
    if (person && hash !== null) await givePassword(db, person.id, hash);
    const memberId = await join(db, accepted, personId, now);
    await audit({ db, caller: visitor, now }, 'member.joined', {
      subject: memberId,
      personId,
      companyId: accepted.companyId,
      details: { invitation: accepted.id },
    });
    return openSession(settings, db, { personId, kind: 'password', memberId, now });
  });
  await giveBack(system, client);
  return opened;
}

function openInvitation(db: Kysely<Tables>, tokenHash: Uint8Array, now: Date) {
  return db
    .selectFrom('invitation')
    .select(['id', 'company_id as companyId', 'email', 'role', 'overrides'])
    .where('token_hash', '=', tokenHash)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now);
}

function findPerson(db: Kysely<Tables>, email: string) {
  return db
    .selectFrom('person')
    .select(['id', 'password_hash as hash', 'disabled_at as disabledAt'])
    .where('email', '=', email)
    .executeTakeFirst();
}

async function addPerson(
  db: Kysely<Tables>,
  { email, name, locale, now }: { email: string; name: string; locale: string; now: Date },
  hash: string | null,
): Promise<string> {
  const added = await db
    .insertInto('person')
    .values({ id: newId('per'), email, name: name.trim(), password_hash: hash, locale, created_at: now })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  // The same person accepted another invitation at this moment; the next try proves the password.
  if (!added) throw new ProblemError('unavailable', { params: { retryAfter: 1 } });
  return added.id;
}

/** Never replaces a password: it may have been set meanwhile. */
async function givePassword(db: Kysely<Tables>, personId: string, hash: string): Promise<void> {
  const given = await db
    .updateTable('person')
    .set({ password_hash: hash })
    .where('id', '=', personId)
    .where('password_hash', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!given) throw new ProblemError('unavailable', { params: { retryAfter: 1 } });
}

/** A removed member comes back as the same member; one who is there keeps the role that was set since. */
async function join(
  db: Kysely<Tables>,
  { companyId, role, overrides }: { companyId: string; role: Tables['member']['role']; overrides: object },
  personId: string,
  now: Date,
): Promise<string> {
  const member = await db
    .selectFrom('member')
    .select(['id', 'removed_at as removedAt'])
    .where('company_id', '=', companyId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (!member) {
    const id = newId('mem');
    await db
      .insertInto('member')
      .values({
        id,
        company_id: companyId,
        person_id: personId,
        role,
        overrides: json(overrides),
        created_at: now,
      })
      .execute();
    return id;
  }
  if (member.removedAt !== null)
    await db
      .updateTable('member')
      .set({ role, overrides: json(overrides), removed_at: null })
      .where('id', '=', member.id)
      .execute();
  return member.id;
}
