import type { AuditEntry, Page } from '@kontor/contract';

import { decodeCursor } from '../../http/cursor.js';
import { defaultPageSize, pageOf, type PageQuery } from '../../http/page.js';
import type { StaffScope } from '../../scope.js';

/** The audit log, newest first; of one company when given. */
export async function listAudit(
  { db }: StaffScope,
  { limit = defaultPageSize, after, company }: PageQuery & { company?: string | undefined },
): Promise<Page<AuditEntry>> {
  const cursor = decodeCursor(after, ['instant', 'string']);
  let query = db
    .selectFrom('audit_entry')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (company !== undefined) query = query.where('company_id', '=', company);
  if (cursor) query = query.where((where) => where(where.refTuple('at', 'id'), '<', where.tuple(...cursor)));
  return pageOf(
    await query.execute(),
    limit,
    ({ id, at, action, person_id, company_id, subject, details }) => ({
      id,
      at: at.toISOString(),
      action,
      personId: person_id,
      companyId: company_id,
      subject,
      details,
    }),
    (row) => [row.at.toISOString(), row.id],
  );
}
