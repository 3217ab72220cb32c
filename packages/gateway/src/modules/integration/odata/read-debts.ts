import type { CompanyBalanceRow } from '@kontor/contract';

import { add, compare, decimal, decimalText, subtract, zero, type Decimal } from '../../../money/decimal.js';
import { dateOf, isTrue, numberOf, reference } from './fields.js';
import type { DebtNames } from './presets.js';
import type { Reading } from './reading.js';

interface Sums {
  debt: Decimal;
  overdue: Decimal;
}

/** Debts of all companies that the shop knows; who stands in no register owes nothing. */
export async function readDebts(reading: Reading, names: DebtNames): Promise<CompanyBalanceRow[]> {
  const { client, companies, currency, now, yesterday } = reading;
  const companyOf = await readKeys(reading, names);
  const sums = new Map<string, Sums>([...companies].map((id) => [id, { debt: zero, overdue: zero }]));
  for (const row of await client.all(names.set)) {
    const key = reference(row, names.company) ?? '';
    const of = sums.get(companyOf ? (companyOf.get(key) ?? '') : key);
    if (!of) continue;
    const debt = decimal(numberOf(row, names.debt) ?? '0');
    of.debt = subtract(add(of.debt, debt), decimal(numberOf(row, names.prepaid) ?? '0'));
    const due = dateOf(row, names.due);
    if (due !== undefined && due <= yesterday && compare(debt, zero) > 0) of.overdue = add(of.overdue, debt);
  }
  const limits = await readLimits(reading, names);
  return [...sums].map(([company, { debt, overdue }]) => ({
    company,
    currency,
    debt: decimalText(debt),
    overdue: decimalText(overdue),
    creditLimit: limits.get(company) ?? null,
    asOf: now.toISOString(),
  }));
}

/** Companies by the keys that stand for them in the register; undefined where they stand there themselves. */
async function readKeys(
  { client, companies }: Reading,
  { keys }: DebtNames,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (!keys) return undefined;
  const found = new Map<string, string>();
  for await (const page of client.pages(keys.set, { orderBy: 'Ref_Key' }))
    for (const row of page) {
      const company = reference(row, `${keys.company}_Key`) ?? reference(row, keys.company) ?? '';
      if (companies.has(company)) found.set(reference(row, 'Ref_Key') ?? '', company);
    }
  return found;
}

/** Credit limits: the sum of a company's contracts that have one. */
async function readLimits(
  { client, companies }: Reading,
  { limits }: DebtNames,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, Decimal>();
  if (!limits) return new Map();
  for await (const page of client.pages(limits.set, { orderBy: 'Ref_Key' }))
    for (const row of page) {
      const company = reference(row, limits.company) ?? '';
      const limit = numberOf(row, limits.limit);
      if (!companies.has(company) || isTrue(row, 'DeletionMark') || limit === undefined) continue;
      if (limits.isLimited !== undefined && !isTrue(row, limits.isLimited)) continue;
      found.set(company, add(found.get(company) ?? zero, decimal(limit)));
    }
  return new Map([...found].map(([company, limit]) => [company, decimalText(limit)]));
}
