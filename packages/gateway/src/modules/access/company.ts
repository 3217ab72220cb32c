import type { Company, Locale, RequisitesForm } from '@kontor/contract';

import { ProblemError } from '../../problem-error.js';
import { findLegalType } from '../../requisites/legal-types.js';
import type { MemberScope, Scope } from '../../scope.js';

/** The selected company with its personal manager. */
export async function getCompany({ db, caller }: MemberScope): Promise<Company> {
  const row = await db
    .selectFrom('company')
    .leftJoin('person', (join) =>
      join.onRef('person.id', '=', 'company.manager_id').on('person.disabled_at', 'is', null),
    )
    .select([
      'company.id as id',
      'company.name as name',
      'company.legal_type as legalType',
      'company.requisites as requisites',
      'company.region as region',
      'person.name as managerName',
      'person.phone as phone',
      'person.email as email',
      'person.messenger as messenger',
      'person.photo as photo',
    ])
    .where('company.id', '=', caller.company.id)
    .executeTakeFirstOrThrow();
  const { id, name, legalType, requisites, region, managerName, phone, email, messenger, photo } = row;
  return {
    id,
    name,
    legalType,
    requisites,
    region,
    manager: managerName === null ? null : { name: managerName, phone, email, messenger, photo },
  };
}

/**
 * Fields that a legal type asks for, in the caller's language. A country of any kind is an empty text.
 * @throws ProblemError `not_found`
 */
export function requisitesForm(code: string, locale: Locale): RequisitesForm {
  const type = findLegalType(code);
  if (!type) throw new ProblemError('not_found');
  return {
    legalType: type.code,
    country: type.country ?? '',
    label: type.label[locale],
    fields: type.fields.map(({ name, label, required }) => ({ name, label: label[locale], required })),
  };
}

/**
 * Holds a company to the end of the transaction, so that its members change one after another.
 * @throws ProblemError `not_found` unless the scope shows it
 */
export async function lockCompany({ db }: Scope, companyId: string): Promise<{ id: string; name: string }> {
  const company = await db
    .selectFrom('company')
    .select(['id', 'name'])
    .where('id', '=', companyId)
    .forUpdate()
    .executeTakeFirst();
  if (!company) throw new ProblemError('not_found', { pointer: '/companyId' });
  return company;
}
