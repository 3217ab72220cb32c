import type { CompanyBalanceRow, RowOutcome } from '@kontor/contract';
import { sql } from 'kysely';

import { json } from '../../database/json.js';
import { momentOf } from './moments.js';
import { findCompanies } from './references.js';
import { judgeRows, rejected, type Writing } from './writing.js';

/** Notes what companies owe and may owe; what is older than the known figures changes nothing. */
export async function writeCompanyBalances(
  { db }: Writing,
  rows: readonly CompanyBalanceRow[],
): Promise<RowOutcome[]> {
  const companies = await findCompanies(
    db,
    rows.map(({ company }) => company),
  );
  const judged = judgeRows(rows, (row) => {
    const company = companies.get(row.company);
    if (!company) return rejected('unknown_company', row.company);
    return {
      key: company.id,
      row: {
        company_id: company.id,
        currency: row.currency,
        debt: row.debt,
        overdue: row.overdue ?? '0',
        credit_limit: row.creditLimit ?? null,
        as_of: momentOf(row.asOf),
      },
    };
  });
  const { rows: changed } = await sql<{ id: string }>`
    insert into company_balance as b (company_id, currency, debt, overdue, credit_limit, as_of)
    select * from json_to_recordset(${json([...judged.accepted.values()])}::json)
      as r (company_id text, currency text, debt numeric, overdue numeric, credit_limit numeric, as_of timestamptz)
    on conflict (company_id) do update set
      currency = excluded.currency, debt = excluded.debt, overdue = excluded.overdue,
      credit_limit = excluded.credit_limit, as_of = excluded.as_of
      where excluded.as_of >= b.as_of and (b.currency, b.debt, b.overdue, b.credit_limit, b.as_of)
        is distinct from (excluded.currency, excluded.debt, excluded.overdue, excluded.credit_limit, excluded.as_of)
    returning company_id as id`.execute(db);
  return judged.outcomes(new Set(changed.map(({ id }) => id)));
}
