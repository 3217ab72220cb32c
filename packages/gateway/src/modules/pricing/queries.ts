import { sql, type Kysely } from 'kysely';

import type { AgreementTerms } from '../../caller.js';
import type { Tables } from '../../database/tables.js';
import { decimal } from '../../money/decimal.js';
import type { BuyerScope, Scope } from '../../scope.js';
import type { PriceGroup } from './segments.js';
import type { PriceCandidate } from './types.js';

/** The price type behind an agreement. */
export interface PriceTypeTerms {
  id: string;
  name: string;
  currency: string;
  includesVat: boolean;
  roundingDigits: number;
}

/** Every stored price that may apply to the variants now: individual ones and those of the price types, in one query. */
export async function findCandidates(
  scope: BuyerScope,
  groups: readonly PriceGroup[],
  agreement: AgreementTerms,
  withIndividual: boolean,
): Promise<PriceCandidate[]> {
  const ids = sql<number[]>`${groups.flatMap(({ variantIds }) => variantIds)}::int[]`;
  const ofType = scope.db
    .selectFrom('price')
    .innerJoin('price_type', 'price_type.id', 'price.price_type_id')
    .select([
      'price.variant_id as variantId',
      sql<PriceCandidate['source']>`'priceType'`.as('source'),
      'price.min_quantity as minQuantity',
      'price.amount as amount',
      'price_type.currency as currency',
      sql<Date | null>`nullif(price.valid_to, 'infinity')`.as('validTo'),
      sql<Date>`greatest(price.updated_at, price_type.told_at)`.as('updatedAt'),
    ])
    .where((where) =>
      where.or(
        groups.map(({ priceTypeId, variantIds }) =>
          where.and([
            where('price.price_type_id', '=', priceTypeId ?? ''),
            sql<boolean>`price.variant_id = any(${[...variantIds]}::int[])`,
          ]),
        ),
      ),
    )
    .where('price.valid_from', '<=', scope.now)
    .where('price.valid_to', '>', scope.now);
  if (!withIndividual) return (await ofType.execute()).map(candidate);
  const individual = scope.db
    .selectFrom('individual_price')
    .select((select) => [
      'individual_price.variant_id as variantId',
      sql<PriceCandidate['source']>`case when agreement_id is null then 'company' else 'agreement' end`.as(
        'source',
      ),
      'individual_price.min_quantity as minQuantity',
      'individual_price.amount as amount',
      'individual_price.currency as currency',
      sql<Date | null>`nullif(valid_to, 'infinity')`.as('validTo'),
      select.ref('individual_price.updated_at').as('updatedAt'),
    ])
    .where('individual_price.company_id', '=', scope.caller.company.id)
    .where((where) => where.or([where('agreement_id', 'is', null), where('agreement_id', '=', agreement.id)]))
    .where(sql<boolean>`variant_id = any(${ids})`)
    .where('valid_from', '<=', scope.now)
    .where('valid_to', '>', scope.now);
  return (await individual.unionAll(ofType).execute()).map(candidate);
}

function candidate({
  minQuantity,
  ...row
}: Omit<PriceCandidate, 'from'> & { minQuantity: string }): PriceCandidate {
  return { ...row, from: decimal(minQuantity) };
}

/** Price types by id. */
export async function findPriceTypes(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PriceTypeTerms>> {
  const rows = await scope.db
    .selectFrom('price_type')
    .select(['id', 'name', 'currency', 'includes_vat as includesVat', 'rounding_digits as roundingDigits'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Base-currency units per unit of each currency, as of the scope's moment. */
export async function findRates(scope: Scope): Promise<Map<string, string>> {
  const rows = await scope.db
    .selectFrom('currency_rate')
    .distinctOn('currency')
    .select(['currency', 'rate'])
    .where('valid_from', '<=', scope.now)
    .orderBy('currency')
    .orderBy('valid_from', 'desc')
    .execute();
  return new Map(rows.map(({ currency, rate }) => [currency, rate]));
}

/** The counter of price changes and the last moment at which a dated price began or ended. */
export async function findEpoch(scope: Scope): Promise<string> {
  const { now } = scope;
  const row = await scope.db
    .selectFrom('price_epoch')
    .select((select) => [
      'epoch',
      select
        .selectFrom('price')
        .select(sql<Date | null>`max(valid_from)`.as('at'))
        .where('valid_from', '<=', now)
        .where(sql<boolean>`valid_from > '-infinity'`)
        .as('priceFrom'),
      select
        .selectFrom('price')
        .select(sql<Date | null>`max(valid_to)`.as('at'))
        .where('valid_to', '<=', now)
        .where(sql<boolean>`valid_to < 'infinity'`)
        .as('priceTo'),
      select
        .selectFrom('individual_price')
        .select(sql<Date | null>`max(valid_from)`.as('at'))
        .where('valid_from', '<=', now)
        .where(sql<boolean>`valid_from > '-infinity'`)
        .as('individualFrom'),
      select
        .selectFrom('individual_price')
        .select(sql<Date | null>`max(valid_to)`.as('at'))
        .where('valid_to', '<=', now)
        .where(sql<boolean>`valid_to < 'infinity'`)
        .as('individualTo'),
      select
        .selectFrom('currency_rate')
        .select(sql<Date | null>`max(valid_from)`.as('at'))
        .where('valid_from', '<=', now)
        .as('rateFrom'),
    ])
    .executeTakeFirstOrThrow();
  const moments = [row.priceFrom, row.priceTo, row.individualFrom, row.individualTo, row.rateFrom].map(
    (at) => at?.getTime() ?? 0,
  );
  return `${String(row.epoch)}:${String(Math.max(...moments))}`;
}

/** Says that prices changed: sums that were stored before are not trusted any more. */
export async function raisePriceEpoch(db: Kysely<Tables>): Promise<void> {
  await db
    .updateTable('price_epoch')
    .set((update) => ({ epoch: update('epoch', '+', 1) }))
    .execute();
}
