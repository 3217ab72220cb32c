import type { CustomerCodeRow, RowOutcome } from '@kontor/contract';
import { sql } from 'kysely';

import { json } from '../../database/json.js';
import { findCompanies, findVariants, referenceText } from './references.js';
import { judgeRows, keyOf, rejected, type Writing } from './writing.js';

/** Gives variants the codes by which companies call them, or takes codes away. */
export async function writeCustomerCodes(
  { db }: Writing,
  rows: readonly CustomerCodeRow[],
): Promise<RowOutcome[]> {
  const companies = await findCompanies(
    db,
    rows.map(({ company }) => company),
  );
  const variantOf = await findVariants(
    db,
    rows.flatMap(({ variant }) => variant ?? []),
  );
  const judged = judgeRows(rows, ({ company: name, code: given, variant }) => {
    const company = companies.get(name);
    if (!company) return rejected('unknown_company', name);
    const variantId = variant === null ? null : variantOf(variant);
    if (variant !== null && variantId === undefined)
      return rejected('unknown_variant', referenceText(variant));
    const code = given.trim();
    return { key: keyOf(company.id, code), row: { company_id: company.id, code, variant_id: variantId } };
  });
  const { rows: changed } = await sql<{ companyId: string; code: string }>`
    with told as (
      select * from json_to_recordset(${json([...judged.accepted.values()])}::json)
        as r (company_id text, code text, variant_id int)),
    removed as (
      delete from customer_code c using told t
      where t.variant_id is null and c.company_id = t.company_id and c.code = t.code
      returning c.company_id, c.code),
    written as (
      insert into customer_code as c (company_id, code, variant_id)
      select company_id, code, variant_id from told where variant_id is not null
      on conflict (company_id, code) do update set variant_id = excluded.variant_id
        where c.variant_id <> excluded.variant_id
      returning c.company_id, c.code)
    select company_id as "companyId", code from removed
    union all select company_id, code from written`.execute(db);
  return judged.outcomes(new Set(changed.map(({ companyId, code }) => keyOf(companyId, code))));
}
