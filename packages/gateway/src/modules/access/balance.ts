import type { Balance } from '@kontor/contract';

import { minorDigits } from '../../money/currency.js';
import { decimal, decimalText, plain, round, subtract } from '../../money/decimal.js';
import type { MemberScope } from '../../scope.js';

/** What the company owes and may owe; null when nobody told of it. */
export async function getBalance({ db, caller }: MemberScope): Promise<Balance | null> {
  const row = await db
    .selectFrom('company_balance')
    .select(['currency', 'debt', 'overdue', 'credit_limit as creditLimit', 'as_of as asOf'])
    .where('company_id', '=', caller.company.id)
    .executeTakeFirst();
  if (!row) return null;
  const { currency, debt, creditLimit } = row;
  const money = (amount: string) => ({
    amount: decimalText(round(decimal(amount), minorDigits(currency))),
    currency,
  });
  return {
    debt: money(debt),
    overdue: money(row.overdue),
    creditLimit: creditLimit === null ? null : money(creditLimit),
    available: creditLimit === null ? null : money(plain(subtract(decimal(creditLimit), decimal(debt)))),
    asOf: row.asOf.toISOString(),
  };
}
