import type { Agreement } from '@kontor/contract';
import type { Kysely } from 'kysely';

import { calendarDay } from '../../calendar-day.js';
import type { Tables } from '../../database/tables.js';
import type { Settings } from '../../ports.js';
import type { MemberScope } from '../../scope.js';
import type { AgreementChoice } from '../cart/types.js';

/** Every agreement of the selected company with its terms, by position. */
export async function findAgreements(scope: MemberScope): Promise<AgreementChoice[]> {
  const rows = await agreementQuery(scope.db, scope.caller.company.id).execute();
  return rows.map(choiceOf);
}

/** Those that are valid today. */
export async function findValidAgreements(
  scope: MemberScope,
  settings: Settings,
): Promise<AgreementChoice[]> {
  const choices = await findAgreements(scope);
  const today = calendarDay(scope.now, settings.timeZone);
  return choices.filter(({ agreement }) => isValidOn(agreement, today));
}

/** Whether an agreement has begun and not ended. Both days belong to it. */
export function isValidOn(
  { validFrom, validTo }: Pick<Agreement, 'validFrom' | 'validTo'>,
  day: string,
): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
}

/** The agreement that a member starts with: the default one, else the only one, of those that are valid. */
export async function findDefaultAgreement(
  db: Kysely<Tables>,
  companyId: string,
  day: string,
): Promise<string | null> {
  const rows = await agreementQuery(db, companyId).execute();
  const valid = rows.filter((row) => isValidOn(row, day));
  const chosen = valid.find((row) => row.isDefault) ?? (valid.length === 1 ? valid[0] : undefined);
  return chosen?.id ?? null;
}

function agreementQuery(db: Kysely<Tables>, companyId: string) {
  return db
    .selectFrom('agreement')
    .where('company_id', '=', companyId)
    .orderBy('position')
    .orderBy('id')
    .select([
      'id',
      'name',
      'number',
      'seller_id as sellerId',
      'currency',
      'vat_mode as vatMode',
      'price_type_id as priceTypeId',
      'coefficient',
      'segments',
      'payment_kind as paymentKind',
      'deferral_days as deferralDays',
      'assortment_id as assortmentId',
      'warehouse_ids as warehouseIds',
      'shipping_terms as shippingTerms',
      'is_default as isDefault',
      'valid_from as validFrom',
      'valid_to as validTo',
    ]);
}

type AgreementRow = Awaited<ReturnType<ReturnType<typeof agreementQuery>['execute']>>[number];

function choiceOf(row: AgreementRow): AgreementChoice {
  const { id, name, number, sellerId, currency, vatMode, shippingTerms, validFrom, validTo } = row;
  const { priceTypeId, coefficient, assortmentId, warehouseIds, paymentKind: kind, deferralDays } = row;
  const segments = row.segments ?? [];
  const paymentTerm = { kind, ...(deferralDays === null ? {} : { days: deferralDays }) };
  const shared = { id, sellerId, currency, vatMode, paymentTerm, validFrom, validTo };
  return {
    agreement: { ...shared, name, number, shippingTerms },
    terms: { ...shared, priceTypeId, coefficient, segments, assortmentId, warehouseIds },
  };
}
