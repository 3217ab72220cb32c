import type { Kysely } from 'kysely';

import { visitor } from '../../caller.js';
import type { Tables } from '../../database/tables.js';
import { newId, newSecret, sha256 } from '../../identifiers.js';
import type { GatewayDeps, Letter } from '../../ports.js';
import { enqueue, type Deliver, type Message } from '../outbox/service.js';
import { audit } from './audit.js';
import { accessRequestLetter, invitationLetter, passwordResetLetter } from './letters.js';

/** Topics of the letters that access sends. */
export const letterTopics = ['access.invitation', 'access.passwordReset', 'access.requested'] as const;

/** Milliseconds for which a reset link works, and for which it makes sense to send one. */
const resetLife = 3_600_000;

/** A write that a letter leaves with. */
interface Writing {
  db: Kysely<Tables>;
  now: Date;
}

/** Writes the letter of an invitation, to be sent after the transaction. It holds no secret. */
export async function requestInvitationLetter(
  writing: Writing,
  { id, email, locale }: { id: string; email: string; locale: string },
): Promise<void> {
  await enqueue(writing, {
    topic: 'access.invitation',
    key: newId('ltr'),
    channel: { kind: 'email', to: email, locale },
    payload: { invitationId: id },
  });
}

/** Writes a reset letter to whoever may have the address; whether anybody has it is found out when it is sent. */
export async function requestResetLetter(writing: Writing, email: string): Promise<void> {
  await enqueue(writing, {
    topic: 'access.passwordReset',
    key: newId('ltr'),
    channel: { kind: 'email', to: email },
    payload: {},
  });
}

/** Writes to an admin that somebody asks for access. */
export async function requestAccessLetter(
  writing: Writing,
  accessRequestId: string,
  admin: { to: string; locale: string },
): Promise<void> {
  await enqueue(writing, {
    topic: 'access.requested',
    key: newId('ltr'),
    channel: { kind: 'email', ...admin },
    payload: { accessRequestId },
  });
}

/** Lets a person set a new password, once and within an hour. @returns the token that does it; only its hash is kept */
export async function openReset({ db, now }: Writing, personId: string): Promise<string> {
  const token = newSecret('krs');
  await db
    .insertInto('password_reset')
    .values({
      token_hash: await sha256(token),
      person_id: personId,
      expires_at: new Date(now.getTime() + resetLife),
    })
    .execute();
  return token;
}

/**
 * Sends letters with links. A link is made for each attempt, so that its secret is stored nowhere but as a hash. A letter that
 * is of no use any more is not sent.
 */
export function createLetters({
  database: { system },
  clock,
  mailer,
  settings,
}: Pick<GatewayDeps, 'database' | 'clock' | 'mailer' | 'settings'>): Deliver {
  return async (message) => {
    const { channel, topic } = message;
    if (channel.kind !== 'email') throw new Error('These letters are sent by e-mail only');
    const letter =
      topic === 'access.invitation'
        ? await invitation(message, channel)
        : topic === 'access.requested'
          ? await accessRequest(message, channel)
          : await passwordReset(message, channel.to);
    if (letter) await mailer.send(letter);
  };

  async function invitation(
    { payload }: Message,
    { to, locale = '' }: { to: string; locale?: string },
  ): Promise<Letter | undefined> {
    const { invitationId } = payload as { invitationId: string };
    const token = newSecret('kin');
    const open = await system
      .updateTable('invitation')
      .from('company')
      .set({ token_hash: await sha256(token) })
      .whereRef('company.id', '=', 'invitation.company_id')
      .where('invitation.id', '=', invitationId)
      .where('invitation.accepted_at', 'is', null)
      .where('invitation.expires_at', '>', clock.now())
      .returning('company.name')
      .executeTakeFirst();
    if (!open) return undefined;
    const person = await system
      .selectFrom('person')
      .select('locale')
      .where('email', '=', to)
      .executeTakeFirst();
    return invitationLetter(
      settings,
      { email: to, locale: person?.locale ?? locale, company: open.name },
      token,
    );
  }

  async function accessRequest(
    { payload }: Message,
    channel: { to: string; locale?: string },
  ): Promise<Letter | undefined> {
    const { accessRequestId } = payload as { accessRequestId: string };
    const request = await system
      .selectFrom('access_request')
      .select(['id', 'name', 'contact', 'message'])
      .where('id', '=', accessRequestId)
      .where('status', '=', 'open')
      .executeTakeFirst();
    return request && accessRequestLetter(settings, channel, request);
  }

  async function passwordReset({ createdAt, attempts }: Message, email: string): Promise<Letter | undefined> {
    const now = clock.now();
    if (createdAt.getTime() + resetLife <= now.getTime()) return undefined;
    const person = await system
      .selectFrom('person')
      .select(['id', 'email', 'locale'])
      .where('email', '=', email)
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (!person) return undefined;
    const token = await openReset({ db: system, now }, person.id);
    if (attempts === 0)
      await audit({ db: system, caller: visitor, now }, 'password.resetRequested', { personId: person.id });
    return passwordResetLetter(settings, person, token);
  }
}
