import type { ApiKey, ApiKeyScope, CreateApiKey, CreatedApiKey, Page } from '@kontor/contract';

import { json } from '../../database/json.js';
import { decodeCursor } from '../../http/cursor.js';
import { defaultPageSize, pageOf, type PageQuery } from '../../http/page.js';
import { newId, newSecret, sha256 } from '../../identifiers.js';
import { ProblemError } from '../../problem-error.js';
import type { MemberScope } from '../../scope.js';
import { findValidAgreements } from './agreements.js';
import { audit } from './audit.js';
import type { AccessDeps } from './types.js';

/** The caller's own keys that work, oldest first. */
export async function listApiKeys(
  { db, caller }: MemberScope,
  { limit = defaultPageSize, after }: PageQuery,
): Promise<Page<ApiKey>> {
  const cursor = decodeCursor(after, ['instant', 'string']);
  let query = db
    .selectFrom('session')
    .select(['id', 'name', 'scopes', 'created_at as createdAt', 'last_seen_at as lastUsedAt'])
    .where('kind', '=', 'apiKey')
    .where('member_id', '=', caller.context.memberId)
    .where('ended_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit + 1);
  if (cursor)
    query = query.where((where) => where(where.refTuple('created_at', 'id'), '>', where.tuple(...cursor)));
  const keyOf = ({ id, name, scopes, createdAt, lastUsedAt }: (typeof rows)[number]): ApiKey => ({
    id,
    name: name ?? '',
    scopes: scopes ?? [],
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  });
  const rows = await query.execute();
  return pageOf(rows, limit, keyOf, (row) => [row.createdAt.toISOString(), row.id]);
}

/**
 * Makes a key that acts as the caller under one agreement, with at most the caller's permissions; the secret is told only here.
 * @throws ProblemError `not_found` for an agreement that is not the company's or not valid, `forbidden` for a scope beyond the caller's permissions
 */
export async function createApiKey(
  { settings }: AccessDeps,
  outer: MemberScope,
  { name, scopes: asked, agreementId: wanted }: CreateApiKey,
): Promise<CreatedApiKey> {
  const { person, context, can } = outer.caller;
  const scopes = [...new Set(asked)];
  if (scopes.some((scope) => !isWithin(scope, can)))
    throw new ProblemError('forbidden', { pointer: '/scopes' });
  const agreementId = wanted ?? context.agreementId;
  if (wanted !== undefined) {
    const valid = await findValidAgreements(outer, settings);
    if (!valid.some(({ agreement }) => agreement.id === wanted))
      throw new ProblemError('not_found', { pointer: '/agreementId' });
  }
  const id = newId('key');
  const secret = newSecret('kak');
  const tokenHash = await sha256(secret);
  await outer.transaction(async (scope) => {
    await scope.db
      .insertInto('session')
      .values({
        id,
        token_hash: tokenHash,
        kind: 'apiKey',
        person_id: person.id,
        member_id: context.memberId,
        agreement_id: agreementId,
        location: json(context.location),
        name,
        scopes,
        created_at: scope.now,
      })
      .execute();
    await audit(scope, 'apiKey.created', { subject: id, details: { scopes, agreementId } });
  });
  return { key: { id, name, scopes, createdAt: outer.now.toISOString(), lastUsedAt: null }, secret };
}

/**
 * Revokes an own key at once.
 * @throws ProblemError `not_found`
 */
export async function removeApiKey(outer: MemberScope, id: string): Promise<void> {
  await outer.transaction(async (scope) => {
    const ended = await scope.db
      .updateTable('session')
      .set({ ended_at: scope.now })
      .where('id', '=', id)
      .where('kind', '=', 'apiKey')
      .where('member_id', '=', scope.caller.context.memberId)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!ended) throw new ProblemError('not_found');
    await audit(scope, 'apiKey.revoked', { subject: id });
  });
}

function isWithin(scope: ApiKeyScope, can: MemberScope['caller']['can']): boolean {
  if (scope === 'cart') return can.fillCart;
  if (scope === 'orders') return can.placeOrders;
  return true;
}
