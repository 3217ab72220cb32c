import type { CompanyRow, Page } from '@kontor/contract';

import { decodeCursor } from '../../http/cursor.js';
import { defaultPageSize, pageOf, type PageQuery } from '../../http/page.js';
import { ProblemError } from '../../problem-error.js';
import type { StaffScope } from '../../scope.js';

/** Companies that the staff member sees, by name; `query` is a part of the name. */
export async function listCompanies(
  { db }: StaffScope,
  { limit = defaultPageSize, after, query: text }: PageQuery & { query?: string | undefined },
): Promise<Page<CompanyRow>> {
  const cursor = decodeCursor(after, ['string', 'string']);
  let query = db
    .selectFrom('company')
    .leftJoin('segment', 'segment.id', 'company.segment_id')
    .select((row) => [
      'company.id as id',
      'company.name as name',
      'company.legal_type as legalType',
      'company.region as region',
      'segment.name as segment',
      'company.manager_id as managerId',
      row
        .selectFrom('member')
        .whereRef('member.company_id', '=', 'company.id')
        .where('member.removed_at', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('memberCount'),
      row
        .selectFrom('agreement')
        .whereRef('agreement.company_id', '=', 'company.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('agreementCount'),
    ])
    .orderBy('company.name')
    .orderBy('company.id')
    .limit(limit + 1);
  if (text !== undefined && text.trim() !== '')
    query = query.where('company.name', 'ilike', `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`);
  if (cursor)
    query = query.where((where) =>
      where(where.refTuple('company.name', 'company.id'), '>', where.tuple(cursor[0], cursor[1])),
    );
  return pageOf(
    await query.execute(),
    limit,
    (row) => ({ ...row, memberCount: row.memberCount ?? 0, agreementCount: row.agreementCount ?? 0 }),
    (row) => [row.name, row.id],
  );
}

/**
 * Refuses a company that the staff member does not see.
 * @throws ProblemError `not_found`
 */
export async function requireCompany({ db }: StaffScope, id: string): Promise<void> {
  const company = await db.selectFrom('company').select('id').where('id', '=', id).executeTakeFirst();
  if (!company) throw new ProblemError('not_found');
}
