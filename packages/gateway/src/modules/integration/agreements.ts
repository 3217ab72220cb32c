import type { AgreementRow, RowOutcome } from '@kontor/contract';
import { sql } from 'kysely';

import { json } from '../../database/json.js';
import type { PriceSegment } from '../../database/stored-values.js';
import { newId } from '../../identifiers.js';
import { plain } from '../../money/decimal.js';
import { raisePriceEpoch } from '../pricing/service.js';
import { dayOf } from './moments.js';
import { findAgreements, findCompanies, findNamed, type Found } from './references.js';
import { judgeRows, rejected, type Writing } from './writing.js';

/** What a change of agreements touched. */
export interface WrittenAgreements {
  readonly outcomes: RowOutcome[];
  /** Ids in the shop of agreements whose terms are others now. */
  readonly changed: readonly string[];
}

/** Makes agreements what the rows say. One agreement of a company is the default: the last that says so. */
export async function writeAgreements(
  { db }: Writing,
  rows: readonly AgreementRow[],
): Promise<WrittenAgreements> {
  const companies = await findCompanies(
    db,
    rows.map(({ company }) => company),
  );
  const known = await findAgreements(
    db,
    rows.map(({ id }) => id),
  );
  const priceTypes = await findNamed(
    db,
    'price_type',
    rows.flatMap(({ priceType, segments = [] }) => [
      ...(priceType == null ? [] : [priceType]),
      ...segments.map((segment) => segment.priceType),
    ]),
  );
  const categories = await findNamed(
    db,
    'category',
    rows.flatMap(({ segments = [] }) => segments.map(({ category }) => category)),
  );
  const sellers = await findNamed(
    db,
    'seller',
    rows.flatMap(({ seller }) => seller ?? []),
  );
  const warehouses = await findNamed(db, 'warehouse', [
    ...new Set(rows.flatMap((row) => row.warehouses ?? [])),
  ]);
  const judged = judgeRows(rows, (row) => {
    const company = companies.get(row.company);
    if (!company) return rejected('unknown_company', row.company);
    const before = known.get(row.id);
    if (before && before.companyId !== company.id) return rejected('of_other_company', row.id);
    const priceType = row.priceType == null ? null : priceTypes.get(row.priceType);
    if (priceType === undefined) return rejected('unknown_price_type', row.priceType ?? '');
    const seller = row.seller == null ? company.sellerId : sellers.get(row.seller);
    if (seller === undefined) return rejected('unknown_seller', row.seller ?? '');
    const unknown = row.warehouses?.find((id) => !warehouses.has(id));
    if (unknown !== undefined) return rejected('unknown_warehouse', unknown);
    const segments = row.segments && segmentsOf(row.segments, { categories, priceTypes });
    if (segments && 'status' in segments) return segments;
    const { kind, days } = row.paymentTerm;
    return {
      key: row.id,
      row: {
        id: before?.id ?? newId('agr'),
        external_id: row.id,
        company_id: company.id,
        seller_id: seller,
        name: row.name,
        number: row.number ?? null,
        currency: row.currency,
        vat_mode: row.vatMode,
        price_type_id: priceType,
        coefficient: row.coefficient ?? '1',
        // Left out, they stay: what OData reads of agreements has none.
        segments:
          segments === undefined ? (before?.segments ?? null) : segments.length === 0 ? null : segments,
        payment_kind: kind,
        deferral_days: kind === 'deferral' ? (days ?? 0) : null,
        warehouse_ids: row.warehouses?.map((id) => warehouses.get(id)) ?? null,
        shipping_terms: row.shippingTerms ?? null,
        is_default: row.isDefault ?? false,
        valid_from: row.validFrom == null ? null : dayOf(row.validFrom),
        valid_to: row.validTo == null ? null : dayOf(row.validTo),
      },
    };
  });
  const desired = [...judged.accepted.values()];
  const { rows: changed } = await sql<{ id: string; key: string }>`
    insert into agreement as a (id, external_id, company_id, seller_id, name, number, currency, vat_mode, price_type_id,
      coefficient, segments, payment_kind, deferral_days, warehouse_ids, shipping_terms, is_default, valid_from, valid_to)
    select * from json_to_recordset(${json(desired)}::json)
      as r (id text, external_id text, company_id text, seller_id text, name text, number text, currency text, vat_mode text,
        price_type_id text, coefficient numeric, segments jsonb, payment_kind text, deferral_days int, warehouse_ids text[],
        shipping_terms text, is_default boolean, valid_from date, valid_to date)
    on conflict (id) do update set
      seller_id = excluded.seller_id, name = excluded.name, number = excluded.number, currency = excluded.currency,
      vat_mode = excluded.vat_mode, price_type_id = excluded.price_type_id, coefficient = excluded.coefficient,
      segments = excluded.segments, payment_kind = excluded.payment_kind, deferral_days = excluded.deferral_days, warehouse_ids = excluded.warehouse_ids,
      shipping_terms = excluded.shipping_terms, is_default = excluded.is_default, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to
      where (a.seller_id, a.name, a.number, a.currency, a.vat_mode, a.price_type_id, a.coefficient, a.segments, a.payment_kind,
          a.deferral_days, a.warehouse_ids, a.shipping_terms, a.is_default, a.valid_from, a.valid_to)
        is distinct from (excluded.seller_id, excluded.name, excluded.number, excluded.currency, excluded.vat_mode,
          excluded.price_type_id, excluded.coefficient, excluded.segments, excluded.payment_kind, excluded.deferral_days,
          excluded.warehouse_ids, excluded.shipping_terms, excluded.is_default, excluded.valid_from, excluded.valid_to)
    returning id, coalesce(external_id, id) as key`.execute(db);
  await leaveOneDefault(
    db,
    new Map(desired.flatMap((row) => (row.is_default ? [[row.company_id, row.id] as const] : []))),
  );
  if (changed.length > 0) await raisePriceEpoch(db);
  return {
    outcomes: judged.outcomes(new Set(changed.map(({ key }) => key))),
    changed: changed.map(({ id }) => id),
  };
}

/** Segments as they are stored, or why they cannot be. */
function segmentsOf(
  segments: NonNullable<AgreementRow['segments']>,
  { categories, priceTypes }: { categories: Found<string>; priceTypes: Found<string> },
): PriceSegment[] | RowOutcome {
  const stored = new Map<string, PriceSegment>();
  for (const { category, priceType, coefficient = '1' } of segments) {
    const [categoryId, priceTypeId] = [categories.get(category), priceTypes.get(priceType)];
    if (categoryId === undefined) return rejected('unknown_category', category);
    if (priceTypeId === undefined) return rejected('unknown_price_type', priceType);
    if (stored.has(categoryId)) return rejected('told_twice', category);
    stored.set(categoryId, { categoryId, priceTypeId, coefficient: plain(coefficient) });
  }
  // In an order of their own: the same segments in another one are no change.
  return [...stored.values()].sort((left, right) => (left.categoryId < right.categoryId ? -1 : 1));
}

/** @param defaults the new default agreement by company */
async function leaveOneDefault(db: Writing['db'], defaults: ReadonlyMap<string, string>): Promise<void> {
  if (defaults.size === 0) return;
  await sql`
    update agreement a set is_default = false
    from unnest(${[...defaults.keys()]}::text[], ${[...defaults.values()]}::text[]) as d (company_id, id)
    where a.company_id = d.company_id and a.id <> d.id and a.is_default`.execute(db);
}
