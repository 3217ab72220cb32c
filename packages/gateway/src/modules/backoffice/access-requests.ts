import type { AcceptAccessRequest, AccessRequest, Page } from '@kontor/contract';

import { decodeCursor } from '../../http/cursor.js';
import { defaultPageSize, pageOf, type PageQuery } from '../../http/page.js';
import { ProblemError } from '../../problem-error.js';
import type { StaffScope } from '../../scope.js';
import { audit, type Access } from '../access/service.js';

type Status = AccessRequest['status'];

/** Requests for access, newest first. */
export async function listAccessRequests(
  { db }: StaffScope,
  { limit = defaultPageSize, after, status }: PageQuery & { status?: Status | undefined },
): Promise<Page<AccessRequest>> {
  const cursor = decodeCursor(after, ['instant', 'string']);
  let query = db
    .selectFrom('access_request')
    .select(fields)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (status !== undefined) query = query.where('status', '=', status);
  if (cursor)
    query = query.where((where) => where(where.refTuple('created_at', 'id'), '<', where.tuple(...cursor)));
  return pageOf(await query.execute(), limit, requestOf, (row) => [row.createdAt.toISOString(), row.id]);
}

/**
 * Takes the person into a company by an invitation.
 * @throws ProblemError `not_found` without the request or the company, `already_exists` when it was decided before or the person is a member
 */
export async function acceptAccessRequest(
  access: Access,
  outer: StaffScope,
  id: string,
  { companyId, email, role }: AcceptAccessRequest,
): Promise<AccessRequest> {
  return outer.transaction(async (scope) => {
    const accepted = await decide(scope, id, 'accepted');
    if (!accepted) {
      await findRequest(scope, id);
      throw new ProblemError('already_exists', { detail: 'The request was decided before' });
    }
    await access.invite(scope, { companyId, email, name: accepted.name, role, overrides: {} });
    await audit(scope, 'accessRequest.accepted', { subject: id, companyId, details: { role } });
    return accepted;
  });
}

/**
 * Rejects a request; one that was rejected before stays so.
 * @throws ProblemError `not_found` without such a request that waits
 */
export async function rejectAccessRequest(outer: StaffScope, id: string): Promise<AccessRequest> {
  return outer.transaction(async (scope) => {
    const rejected = await decide(scope, id, 'rejected');
    if (rejected) {
      await audit(scope, 'accessRequest.rejected', { subject: id });
      return rejected;
    }
    const former = await findRequest(scope, id);
    if (former.status !== 'rejected') throw new ProblemError('not_found');
    return former;
  });
}

async function decide(
  { db, now, caller }: StaffScope,
  id: string,
  status: 'accepted' | 'rejected',
): Promise<AccessRequest | undefined> {
  const row = await db
    .updateTable('access_request')
    .set({ status, decided_by: caller.person.id, decided_at: now })
    .where('id', '=', id)
    .where('status', '=', 'open')
    .returning(fields)
    .executeTakeFirst();
  return row && requestOf(row);
}

async function findRequest({ db }: StaffScope, id: string): Promise<AccessRequest> {
  const row = await db.selectFrom('access_request').select(fields).where('id', '=', id).executeTakeFirst();
  if (!row) throw new ProblemError('not_found');
  return requestOf(row);
}

const fields = ['id', 'name', 'contact', 'message', 'status', 'created_at as createdAt'] as const;

function requestOf({
  createdAt,
  ...request
}: Omit<AccessRequest, 'createdAt'> & { createdAt: Date }): AccessRequest {
  return { ...request, createdAt: createdAt.toISOString() };
}
