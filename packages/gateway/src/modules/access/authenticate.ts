import { visitorPermissions } from '@kontor/contract';
import type { Kysely } from 'kysely';

import { publicAssortmentId, type Caller } from '../../caller.js';
import type { Tables } from '../../database/tables.js';
import { sha256 } from '../../identifiers.js';
import { permissionsOf } from './permissions.js';

/** A session that may be used. */
export interface FoundSession {
  caller: Caller;
  lastSeenAt: Date | null;
}

/**
 * Turns a token into a caller, in one query. Unknown, ended and expired tokens, removed members and disabled people give
 * undefined. It reads unscoped: only after it is known who calls there is a scope.
 */
export async function callerOfToken(
  system: Kysely<Tables>,
  token: string,
  now: Date,
): Promise<FoundSession | undefined> {
  const row = await sessionQuery(system)
    .where('session.token_hash', '=', await sha256(token))
    .where('session.ended_at', 'is', null)
    .where((where) =>
      where.or([where('session.expires_at', 'is', null), where('session.expires_at', '>', now)]),
    )
    .where('person.disabled_at', 'is', null)
    .where((where) => where.or([where('session.member_id', 'is', null), where('member.id', 'is not', null)]))
    .executeTakeFirst();
  return row && { caller: callerOf(row), lastSeenAt: row.lastSeenAt };
}

/** The caller of a session by its id, after the session was changed. */
export async function callerOfSession(system: Kysely<Tables>, sessionId: string): Promise<Caller> {
  return callerOf(await sessionQuery(system).where('session.id', '=', sessionId).executeTakeFirstOrThrow());
}

function sessionQuery(system: Kysely<Tables>) {
  return system
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .leftJoin('member', (join) =>
      join.onRef('member.id', '=', 'session.member_id').on('member.removed_at', 'is', null),
    )
    .leftJoin('company', 'company.id', 'member.company_id')
    .leftJoin('grade', 'grade.id', 'company.grade_id')
    .leftJoin('agreement', (join) =>
      join
        .onRef('agreement.id', '=', 'session.agreement_id')
        .onRef('agreement.company_id', '=', 'company.id'),
    )
    .select([
      'session.id as sessionId',
      'session.kind as kind',
      'session.revision as revision',
      'session.location as location',
      'session.scopes as scopes',
      'session.expires_at as expiresAt',
      'session.last_seen_at as lastSeenAt',
      'person.id as personId',
      'person.name as personName',
      'person.email as email',
      'person.phone as phone',
      'person.staff_role as staffRole',
      'member.id as memberId',
      'member.role as role',
      'member.overrides as overrides',
      'company.id as companyId',
      'company.seller_id as companySellerId',
      'company.segment_id as segmentId',
      'company.assortment_id as companyAssortmentId',
      'company.base_price_type_id as basePriceTypeId',
      'grade.name as gradeName',
      'grade.percent as gradePercent',
      'agreement.id as agreementId',
      'agreement.seller_id as sellerId',
      'agreement.currency as currency',
      'agreement.vat_mode as vatMode',
      'agreement.price_type_id as priceTypeId',
      'agreement.coefficient as coefficient',
      'agreement.segments as segments',
      'agreement.payment_kind as paymentKind',
      'agreement.deferral_days as deferralDays',
      'agreement.assortment_id as assortmentId',
      'agreement.warehouse_ids as warehouseIds',
      'agreement.valid_from as validFrom',
      'agreement.valid_to as validTo',
    ]);
}

type SessionRow = Awaited<ReturnType<ReturnType<typeof sessionQuery>['execute']>>[number];

function callerOf(row: SessionRow): Caller {
  const isMember = row.memberId !== null && row.companyId !== null && row.role !== null;
  return {
    kind: row.kind === 'apiKey' ? 'apiKey' : row.staffRole && !isMember ? 'staff' : 'member',
    sessionId: row.sessionId,
    person: { id: row.personId, name: row.personName, email: row.email, phone: row.phone },
    staff: isMember ? null : row.staffRole,
    can: row.role === null ? visitorPermissions : permissionsOf(row.role, row.overrides ?? {}),
    scopes: row.scopes,
    context: isMember ? contextOf(row, row.memberId ?? '', row.companyId ?? '') : null,
    company: isMember ? companyOf(row, row.companyId ?? '') : null,
    agreement: row.agreementId === null ? null : agreementOf(row, row.agreementId),
    assortmentId: row.assortmentId ?? row.companyAssortmentId ?? publicAssortmentId,
    expiresAt: row.expiresAt,
  };
}

function contextOf(row: SessionRow, memberId: string, companyId: string): NonNullable<Caller['context']> {
  const place = row.location ? `${row.location.country}/${row.location.city}` : '-';
  return {
    // Readable in logs; nobody may take it apart.
    id: `ctx_${shortHash([memberId, companyId, row.agreementId ?? '-', place].join('|'))}`,
    revision: row.revision,
    companyId,
    memberId,
    agreementId: row.agreementId,
    location: row.location,
  };
}

function companyOf(row: SessionRow, id: string): NonNullable<Caller['company']> {
  return {
    id,
    sellerId: row.companySellerId ?? '',
    segmentId: row.segmentId,
    assortmentId: row.companyAssortmentId,
    grade:
      row.gradeName === null || row.gradePercent === null
        ? null
        : { name: row.gradeName, percent: row.gradePercent },
    basePriceTypeId: row.basePriceTypeId,
  };
}

function agreementOf(row: SessionRow, id: string): NonNullable<Caller['agreement']> {
  return {
    id,
    sellerId: row.sellerId ?? '',
    currency: row.currency ?? '',
    vatMode: row.vatMode ?? 'included',
    priceTypeId: row.priceTypeId,
    coefficient: row.coefficient ?? '1',
    segments: row.segments ?? [],
    paymentTerm: {
      kind: row.paymentKind ?? 'prepayment',
      ...(row.deferralDays === null ? {} : { days: row.deferralDays }),
    },
    assortmentId: row.assortmentId,
    warehouseIds: row.warehouseIds,
    validFrom: row.validFrom,
    validTo: row.validTo,
  };
}

/** FNV-1a over 64 bits, as hex: equal contexts get equal ids in every gateway. */
function shortHash(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
