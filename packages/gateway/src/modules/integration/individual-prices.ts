import type { IndividualPriceRow, RowOutcome } from '@kontor/contract';
import { sql } from 'kysely';

import { json } from '../../database/json.js';
import { decimal, plain } from '../../money/decimal.js';
import { raisePriceEpoch } from '../pricing/service.js';
import { momentOf } from './moments.js';
import { findAgreements, findCompanies, findVariants, referenceText } from './references.js';
import { judgeRows, keyOf, rejected, type Writing } from './writing.js';

interface Price {
  readonly min_quantity: string;
  readonly valid_from: string;
  readonly valid_to: string;
  readonly currency: string;
  readonly amount: string;
}
interface Target {
  readonly key: string;
  readonly company_id: string;
  readonly agreement_id: string | null;
  readonly variant_id: number;
}

/** Makes individual prices what the rows say: each tells all prices of one variant for a company or an agreement. */
export async function writeIndividualPrices(
  { db, now }: Writing,
  rows: readonly IndividualPriceRow[],
): Promise<RowOutcome[]> {
  const companies = await findCompanies(
    db,
    rows.map(({ company }) => company),
  );
  const agreements = await findAgreements(
    db,
    rows.flatMap(({ agreement }) => agreement ?? []),
  );
  const variantOf = await findVariants(
    db,
    rows.map(({ variant }) => variant),
  );
  const judged = judgeRows(rows, (row) => {
    const company = companies.get(row.company);
    if (!company) return rejected('unknown_company', row.company);
    const agreement = row.agreement == null ? null : agreements.get(row.agreement);
    if (agreement === undefined) return rejected('unknown_agreement', row.agreement ?? '');
    if (agreement && agreement.companyId !== company.id)
      return rejected('of_other_company', row.agreement ?? '');
    const variantId = variantOf(row.variant);
    if (variantId === undefined) return rejected('unknown_variant', referenceText(row.variant));
    const prices = pricesOf(row);
    if (!prices) return rejected('told_twice');
    const key = keyOf(company.id, agreement?.id ?? null, variantId);
    const target = {
      key,
      company_id: company.id,
      agreement_id: agreement?.id ?? null,
      variant_id: variantId,
    };
    return { key, row: { target, prices } };
  });
  const targets: Target[] = [...judged.accepted.values()].map(({ target }) => target);
  const desired = [...judged.accepted.values()].flatMap(({ target, prices }) =>
    prices.map((price) => ({ ...target, ...price })),
  );
  const { rows: changed } = await sql<{ key: string }>`
    with target as (
      select * from json_to_recordset(${json(targets)}::json)
        as r (key text, company_id text, agreement_id text, variant_id int)),
    desired as (
      select * from json_to_recordset(${json(desired)}::json)
        as r (key text, company_id text, agreement_id text, variant_id int, min_quantity numeric, valid_from timestamptz,
          valid_to timestamptz, currency text, amount numeric)),
    removed as (
      delete from individual_price p using target t
      where p.variant_id = t.variant_id and p.company_id = t.company_id
        and coalesce(p.agreement_id, '') = coalesce(t.agreement_id, '') and not exists (
          select from desired d where d.key = t.key and d.min_quantity = p.min_quantity and d.valid_from = p.valid_from)
      returning t.key),
    written as (
      insert into individual_price as p
        (company_id, agreement_id, variant_id, min_quantity, valid_from, valid_to, currency, amount, updated_at)
      select company_id, agreement_id, variant_id, min_quantity, valid_from, valid_to, currency, amount, ${now}::timestamptz
      from desired
      on conflict (variant_id, company_id, coalesce(agreement_id, ''), min_quantity, valid_from) do update
        set valid_to = excluded.valid_to, currency = excluded.currency, amount = excluded.amount, updated_at = excluded.updated_at
        where (p.valid_to, p.currency, p.amount) is distinct from (excluded.valid_to, excluded.currency, excluded.amount)
      returning company_id, agreement_id, variant_id)
    select key from removed
    union
    select t.key from written w join target t on t.company_id = w.company_id and t.variant_id = w.variant_id
      and coalesce(t.agreement_id, '') = coalesce(w.agreement_id, '')`.execute(db);
  if (changed.length > 0) await raisePriceEpoch(db);
  return judged.outcomes(new Set(changed.map(({ key }) => key)));
}

/** Prices as they are stored; undefined when two of them are for the same quantity from the same moment. */
function pricesOf({ prices, currency }: IndividualPriceRow): Price[] | undefined {
  const stored = prices.map(({ amount, minQuantity, validFrom, validTo }) => ({
    min_quantity: plain(decimal(minQuantity ?? '0')),
    valid_from: validFrom == null ? '-infinity' : momentOf(validFrom).toISOString(),
    valid_to: validTo == null ? 'infinity' : momentOf(validTo).toISOString(),
    currency,
    amount,
  }));
  const keys = new Set(stored.map((price) => keyOf(price.min_quantity, price.valid_from)));
  return keys.size === stored.length ? stored : undefined;
}
