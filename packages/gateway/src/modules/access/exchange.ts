import type { Kysely } from 'kysely';

import { count, giveBack, spend } from '../../http/allowance.js';
import { visitor } from '../../caller.js';
import type { Tables } from '../../database/tables.js';
import { ProblemError } from '../../problem-error.js';
import type { Scope } from '../../scope.js';
import { addressMark, audit } from './audit.js';
import { openSession, type OpenedSession } from './open-session.js';
import { clientTries } from './throttle.js';
import type { HostClaims } from './host-tokens.js';
import type { AccessDeps } from './types.js';

/**
 * Opens a session for a person that the supplier's site vouches for. Only members come in this way: unknown people are
 * refused, and staff sign in themselves, so that the site cannot give anybody their rights.
 * @throws ProblemError `invalid_token`, `too_many_requests`, `unavailable`
 */
export async function exchangeToken(
  { database: { system }, hostTokens, settings }: AccessDeps,
  { now }: Pick<Scope, 'now'>,
  { token, request }: { token: string; request: Request },
): Promise<OpenedSession> {
  const client = await clientTries(settings, request);
  await spend(system, client, now);
  if (!hostTokens) throw new ProblemError('invalid_token', { detail: 'Host sign-in is not set up' });
  const claims = await hostTokens.verify(token, now);
  const used = await count(system, `jti:${await addressMark(claims.tokenId)}`, claims.expiresAt, now);
  const member = used.points === 1 ? await findMember(system, claims) : undefined;
  if (!member) {
    await audit({ db: system, caller: visitor, now }, 'session.refused', {
      details: { address: await addressMark(claims.email), kind: 'host' },
    });
    throw new ProblemError('invalid_token', { pointer: '/token' });
  }
  const opened = await system
    .transaction()
    .execute((db) => openSession(settings, db, { ...member, kind: 'host', now }));
  await giveBack(system, client);
  return opened;
}

async function findMember(
  db: Kysely<Tables>,
  { email, company }: HostClaims,
): Promise<{ personId: string; memberId?: string } | undefined> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('member', 'member.person_id', 'person.id')
    .innerJoin('company', 'company.id', 'member.company_id')
    .select([
      'person.id as personId',
      'member.id as memberId',
      'company.id',
      'company.external_id as externalId',
    ])
    .where('person.email', '=', email)
    .where('person.disabled_at', 'is', null)
    .where('person.staff_role', 'is', null)
    .where('member.removed_at', 'is', null)
    .execute();
  if (company === null) return rows[0] && { personId: rows[0].personId };
  const row = rows.find(({ id, externalId }) => externalId === company || id === company);
  return row && { personId: row.personId, memberId: row.memberId };
}
