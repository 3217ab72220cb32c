import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';
import { addressGroup } from '../../http/address-group.js';
import type { Settings } from '../../ports.js';
import { ProblemError } from '../../problem-error.js';
import { addressMark } from './audit.js';

/** How often something may be tried within a fixed window, counted for all gateways together. */
export interface Allowance {
  key: string;
  tries: number;
  seconds: number;
}

/**
 * Counts a try before it is made, so that parallel tries cannot pass together.
 * @throws ProblemError `too_many_requests` with `retryAfter` in seconds
 */
export async function spend(
  db: Kysely<Tables>,
  { key, tries, seconds }: Allowance,
  now: Date,
): Promise<void> {
  const { points, expires_at } = await count(db, key, new Date(now.getTime() + seconds * 1000), now);
  if (points > tries)
    throw new ProblemError('too_many_requests', {
      params: { retryAfter: Math.max(1, Math.ceil((expires_at.getTime() - now.getTime()) / 1000)) },
    });
}

/** Takes a try back that turned out to be rightful. */
export async function giveBack(db: Kysely<Tables>, { key }: Allowance): Promise<void> {
  await db
    .updateTable('rate_limit')
    .set({ points: sql<number>`greatest(points - 1, 0)` })
    .where('key', '=', key)
    .execute();
}

/** Forgets all tries. */
export async function forgive(db: Kysely<Tables>, { key }: Allowance): Promise<void> {
  await db.deleteFrom('rate_limit').where('key', '=', key).execute();
}

/** Counts a key up in one statement; a key whose time is over begins anew. */
export async function count(
  db: Kysely<Tables>,
  key: string,
  expiresAt: Date,
  now: Date,
): Promise<{ points: number; expires_at: Date }> {
  return db
    .insertInto('rate_limit')
    .values({ key, points: 1, expires_at: expiresAt })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        points: sql<number>`case when rate_limit.expires_at <= ${now} then 1 else rate_limit.points + 1 end`,
        expires_at: sql<Date>`case when rate_limit.expires_at <= ${now} then excluded.expires_at else rate_limit.expires_at end`,
      }),
    )
    .returning(['points', 'expires_at'])
    .executeTakeFirstOrThrow();
}

const quarterHour = 900;
const hour = 3600;

/** Wrong passwords for one e-mail address. */
export async function passwordTries(email: string): Promise<Allowance> {
  return { key: `password:${await addressMark(email)}`, tries: 10, seconds: quarterHour };
}

/** Wrong credentials of any kind from one client. */
export async function clientTries(settings: Settings, request: Request): Promise<Allowance> {
  return { key: `client:${await clientMark(settings, request)}`, tries: 50, seconds: quarterHour };
}

/** Reset letters to one e-mail address, whether or not anybody has it. */
export async function resetLetters(email: string): Promise<Allowance> {
  return { key: `reset:${await addressMark(email)}`, tries: 5, seconds: hour };
}

/** Reset letters asked for by one client. */
export async function resetRequests(settings: Settings, request: Request): Promise<Allowance> {
  return { key: `reset-client:${await clientMark(settings, request)}`, tries: 20, seconds: hour };
}

/** Requests for access by one client. */
export async function accessRequests(settings: Settings, request: Request): Promise<Allowance> {
  return { key: `access-request:${await clientMark(settings, request)}`, tries: 5, seconds: hour };
}

/** Invitations that one person sends. */
export function invitations(personId: string): Allowance {
  return { key: `invitation:${personId}`, tries: 60, seconds: hour };
}

function clientMark({ clientAddress }: Settings, request: Request): Promise<string> {
  return addressMark(addressGroup(clientAddress(request)));
}
