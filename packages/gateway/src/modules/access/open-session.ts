import type { Kysely } from 'kysely';

import { calendarDay } from '../../calendar-day.js';
import { visitor } from '../../caller.js';
import { json } from '../../database/json.js';
import type { Tables } from '../../database/tables.js';
import { newId, newSecret, sha256 } from '../../identifiers.js';
import type { Settings } from '../../ports.js';
import { findDefaultAgreement } from './agreements.js';
import { audit } from './audit.js';

/** Whose session, and how the person was recognised. */
export interface SessionStart {
  personId: string;
  kind: 'password' | 'host';
  /** Membership to act under; left out: the only one, or the one last used. */
  memberId?: string;
  now: Date;
}

/** A session with its token, which is known only here. */
export interface OpenedSession {
  id: string;
  token: string;
}

/** Opens a session in the buyer context that the person most likely wants. Runs in the caller's transaction. */
export async function openSession(
  settings: Settings,
  db: Kysely<Tables>,
  { personId, kind, memberId, now }: SessionStart,
): Promise<OpenedSession> {
  const memberships = await db
    .selectFrom('member')
    .select(['id', 'company_id as companyId'])
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .execute();
  const wanted = memberId ?? (await lastUsedMember(db, personId));
  const membership =
    memberships.find(({ id }) => id === wanted) ?? (memberships.length === 1 ? memberships[0] : undefined);
  const id = newId('ses');
  const token = newSecret('kss');
  await db
    .insertInto('session')
    .values({
      id,
      token_hash: await sha256(token),
      kind,
      person_id: personId,
      member_id: membership?.id ?? null,
      agreement_id: membership
        ? await findDefaultAgreement(db, membership.companyId, calendarDay(now, settings.timeZone))
        : null,
      location: json(null),
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + settings.sessionDays * 86_400_000),
    })
    .execute();
  await audit({ db, caller: visitor, now }, 'session.opened', {
    subject: id,
    personId,
    companyId: membership?.companyId ?? null,
    details: { kind },
  });
  return { id, token };
}

async function lastUsedMember(db: Kysely<Tables>, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('member', 'member.id', 'session.member_id')
    .select('member.id as id')
    .where('session.person_id', '=', personId)
    .where('session.kind', '!=', 'apiKey')
    .where('member.removed_at', 'is', null)
    .orderBy('session.last_seen_at', (order) => order.desc().nullsLast())
    .orderBy('session.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Ends sessions of a person; API keys go on, they are revoked one by one. */
export async function endSessions(
  db: Kysely<Tables>,
  personId: string,
  now: Date,
  exceptId?: string,
): Promise<void> {
  let query = db
    .updateTable('session')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('kind', '!=', 'apiKey')
    .where('ended_at', 'is', null);
  if (exceptId !== undefined) query = query.where('id', '!=', exceptId);
  await query.execute();
}
