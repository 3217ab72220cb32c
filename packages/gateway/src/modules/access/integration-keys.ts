import type { CreatedIntegrationKey, IntegrationKey, Page } from '@kontor/contract';

import { visitor, type Caller } from '../../caller.js';
import { decodeCursor } from '../../http/cursor.js';
import { defaultPageSize, pageOf, type PageQuery } from '../../http/page.js';
import { newId, newSecret, sha256 } from '../../identifiers.js';
import { ProblemError } from '../../problem-error.js';
import type { StaffScope } from '../../scope.js';
import { audit } from './audit.js';
import type { AccessDeps } from './types.js';

/** What secrets of other systems begin with. */
const prefix = 'kik';

/** Milliseconds between two marks of one key. */
const markEvery = 300_000;

/** Whether a token is a secret of another system. */
export const isIntegrationSecret = (token: string): boolean => token.startsWith(`${prefix}_`);

/** The system that a secret belongs to; undefined for unknown and revoked ones. */
export async function callerOfSecret(
  { background, database: { system } }: Pick<AccessDeps, 'background' | 'database'>,
  secret: string,
  now: Date,
): Promise<Caller | undefined> {
  const key = await system
    .selectFrom('integration_key')
    .select(['id', 'last_used_at as lastUsedAt'])
    .where('token_hash', '=', await sha256(secret))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!key) return undefined;
  if (key.lastUsedAt === null || now.getTime() - key.lastUsedAt.getTime() >= markEvery)
    background.run('mark integration key', () =>
      system.updateTable('integration_key').set({ last_used_at: now }).where('id', '=', key.id).execute(),
    );
  return { ...visitor, kind: 'integration', sessionId: key.id };
}

/** Keys that work, oldest first. */
export async function listIntegrationKeys(
  { db }: StaffScope,
  { limit = defaultPageSize, after }: PageQuery,
): Promise<Page<IntegrationKey>> {
  const cursor = decodeCursor(after, ['instant', 'string']);
  let query = db
    .selectFrom('integration_key')
    .select(['id', 'name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit + 1);
  if (cursor)
    query = query.where((where) => where(where.refTuple('created_at', 'id'), '>', where.tuple(...cursor)));
  return pageOf(
    await query.execute(),
    limit,
    ({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }),
    (row) => [row.createdAt.toISOString(), row.id],
  );
}

/** Makes a key; the secret is told only here. */
export async function createIntegrationKey(outer: StaffScope, name: string): Promise<CreatedIntegrationKey> {
  const id = newId('ink');
  const secret = newSecret(prefix);
  const tokenHash = await sha256(secret);
  await outer.transaction(async (scope) => {
    await scope.db
      .insertInto('integration_key')
      .values({
        id,
        name,
        token_hash: tokenHash,
        created_by: scope.caller.person.id,
        created_at: scope.now,
        last_used_at: null,
        ended_at: null,
      })
      .execute();
    await audit(scope, 'integrationKey.created', { subject: id });
  });
  return { key: { id, name, createdAt: outer.now.toISOString(), lastUsedAt: null }, secret };
}

/**
 * Revokes a key at once.
 * @throws ProblemError `not_found`
 */
export async function removeIntegrationKey(outer: StaffScope, id: string): Promise<void> {
  await outer.transaction(async (scope) => {
    const ended = await scope.db
      .updateTable('integration_key')
      .set({ ended_at: scope.now })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!ended) throw new ProblemError('not_found');
    await audit(scope, 'integrationKey.revoked', { subject: id });
  });
}
