import type { Kysely } from 'kysely';

import { giveBack, spend } from '../../http/allowance.js';
import { visitor } from '../../caller.js';
import type { Tables } from '../../database/tables.js';
import { sha256 } from '../../identifiers.js';
import { ProblemError } from '../../problem-error.js';
import type { Scope } from '../../scope.js';
import { audit } from './audit.js';
import { endSessions } from './open-session.js';
import { provePassword } from './prove-password.js';
import { requestResetLetter } from './send-letters.js';
import { clientTries, resetLetters, resetRequests } from './throttle.js';
import type { AccessDeps, PersonScope } from './types.js';

/**
 * Changes the caller's password; all other sessions of the person end, API keys go on.
 * @throws ProblemError `invalid_credentials`, `too_many_requests`
 */
export async function changePassword(
  access: AccessDeps,
  scope: PersonScope,
  { current, password, request }: { current: string; password: string; request: Request },
): Promise<void> {
  const { person, sessionId } = scope.caller;
  await provePassword(access, scope, { email: person.email, password: current, request });
  const hash = await access.passwords.hash(password);
  await scope.transaction(async ({ db, now, caller }) => {
    await db.updateTable('person').set({ password_hash: hash }).where('id', '=', person.id).execute();
    await endSessions(db, person.id, now, sessionId);
    await closeResets(db, person.id, now);
    await audit({ db, now, caller }, 'password.changed', { subject: person.id });
  });
}

/**
 * Writes a reset letter, to be sent after the answer. The same is written for every address, so that neither the answer nor its
 * time tells whether it is known.
 * @throws ProblemError `too_many_requests`
 */
export async function requestPasswordReset(
  access: AccessDeps,
  { now }: Pick<Scope, 'now'>,
  { email: given, request }: { email: string; request: Request },
): Promise<void> {
  const email = given.toLowerCase();
  const { system } = access.database;
  await spend(system, await resetRequests(access.settings, request), now);
  await spend(system, await resetLetters(email), now);
  await requestResetLetter({ db: system, now }, email);
}

/**
 * Sets a password with the token of the letter, once; all sessions of the person end, API keys go on.
 * @throws ProblemError `invalid_token`, `too_many_requests`
 */
export async function resetPassword(
  { database: { system }, settings, passwords }: AccessDeps,
  { now }: Pick<Scope, 'now'>,
  { token, password, request }: { token: string; password: string; request: Request },
): Promise<void> {
  const client = await clientTries(settings, request);
  await spend(system, client, now);
  const tokenHash = await sha256(token);
  // Looked at first, so that wrong tokens cost no hashing.
  const open = await system
    .selectFrom('password_reset')
    .innerJoin('person', 'person.id', 'password_reset.person_id')
    .select('password_reset.person_id')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!open) throw new ProblemError('invalid_token', { pointer: '/token' });
  const hash = await passwords.hash(password);
  await system.transaction().execute(async (db) => {
    const used = await db
      .updateTable('password_reset')
      .set({ used_at: now })
      .where('token_hash', '=', tokenHash)
      .where('used_at', 'is', null)
      .returning('person_id as personId')
      .executeTakeFirst();
    if (!used) throw new ProblemError('invalid_token', { pointer: '/token' });
    await db.updateTable('person').set({ password_hash: hash }).where('id', '=', used.personId).execute();
    await closeResets(db, used.personId, now);
    await endSessions(db, used.personId, now);
    await audit({ db, caller: visitor, now }, 'password.reset', {
      subject: used.personId,
      personId: used.personId,
    });
  });
  await giveBack(system, client);
}

/** Makes the other links of the person worthless. */
async function closeResets(db: Kysely<Tables>, personId: string, now: Date): Promise<void> {
  await db
    .updateTable('password_reset')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute();
}
