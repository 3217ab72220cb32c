import type { LineProblem } from '@kontor/contract';
import { sql } from 'kysely';

import { json } from '../../database/json.js';
import type { VatSums } from '../../database/tables.js';
import { newId } from '../../identifiers.js';
import { plain } from '../../money/decimal.js';
import type { BuyerScope } from '../../scope.js';

/** A cart as it is stored. */
export interface StoredCart {
  id: string;
  name: string;
  agreementId: string;
  isCurrent: boolean;
  version: number;
  lineCount: number;
  problemCount: number;
  nextPosition: number;
  vatSums: VatSums;
  priceEpoch: string;
  updatedAt: Date;
}

/** A line as it is stored; decimals are plain strings. */
export interface StoredLine {
  variantId: number;
  position: number;
  quantity: string;
  comment: string | null;
  priceStatus: string;
  unitPrice: string | null;
  vatRate: string | null;
  net: string | null;
  vat: string | null;
  /** The unit price that the buyer last saw. */
  seenUnitPrice: string | null;
  problems: LineProblem[];
  isBlocked: boolean;
}

/** The caller's own carts that are not ordered yet, under the selected agreement. */
function ownCarts(scope: BuyerScope) {
  return scope.db
    .selectFrom('cart')
    .select([
      'id',
      'name',
      'agreement_id as agreementId',
      'is_current as isCurrent',
      'version',
      'line_count as lineCount',
      'problem_count as problemCount',
      'next_position as nextPosition',
      'vat_sums as vatSums',
      'price_epoch as priceEpoch',
      'updated_at as updatedAt',
    ])
    .where('member_id', '=', scope.caller.context.memberId)
    .where('agreement_id', '=', scope.caller.agreement.id)
    .where('ordered_at', 'is', null);
}

export async function findCart(scope: BuyerScope, id: string): Promise<StoredCart | undefined> {
  return ownCarts(scope).where('id', '=', id).executeTakeFirst();
}

/** The cart, locked until the transaction ends: edits of one cart follow each other. */
export async function lockCart(scope: BuyerScope, id: string): Promise<StoredCart | undefined> {
  return ownCarts(scope).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function findCurrentCart(scope: BuyerScope): Promise<StoredCart | undefined> {
  return ownCarts(scope).where('is_current', '=', true).executeTakeFirst();
}

/** The current cart under another agreement of the company, with that agreement's currency. */
export async function findCurrentCartUnder(
  scope: BuyerScope,
  agreementId: string,
): Promise<(Pick<StoredCart, 'id' | 'name' | 'lineCount' | 'vatSums'> & { currency: string }) | undefined> {
  return scope.db
    .selectFrom('cart')
    .innerJoin('agreement', 'agreement.id', 'cart.agreement_id')
    .select([
      'cart.id as id',
      'cart.name as name',
      'cart.line_count as lineCount',
      'cart.vat_sums as vatSums',
      'agreement.currency as currency',
    ])
    .where('cart.member_id', '=', scope.caller.context.memberId)
    .where('cart.agreement_id', '=', agreementId)
    .where('cart.is_current', '=', true)
    .where('cart.ordered_at', 'is', null)
    .executeTakeFirst();
}

/** Puts a cart under the selected agreement. */
export async function moveCart(scope: BuyerScope, id: string, formerAgreementId: string): Promise<void> {
  await scope.db
    .updateTable('cart')
    .set({
      agreement_id: scope.caller.agreement.id,
      // Another agreement, other prices; what the member could see of the former ones stays known.
      price_epoch: sql<string>`regexp_replace(price_epoch, '^[^/]*', '')`,
    })
    .where('id', '=', id)
    .where('agreement_id', '=', formerAgreementId)
    .execute();
}

export async function listCarts(
  scope: BuyerScope,
  limit: number,
  after: readonly [string] | undefined,
): Promise<StoredCart[]> {
  const query = ownCarts(scope).orderBy('id').limit(limit);
  return (after ? query.where('id', '>', after[0]) : query).execute();
}

export async function countCarts(scope: BuyerScope): Promise<number> {
  const { count } = await scope.db
    .selectFrom('cart')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('member_id', '=', scope.caller.context.memberId)
    .where('agreement_id', '=', scope.caller.agreement.id)
    .where('ordered_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Makes a cart; undefined when there is one of that name, or a current one and this should be it. */
export async function insertCart(
  scope: BuyerScope,
  name: string,
  isCurrent: boolean,
): Promise<string | undefined> {
  const row = await scope.db
    .insertInto('cart')
    .values({
      id: newId('crt'),
      company_id: scope.caller.company.id,
      agreement_id: scope.caller.agreement.id,
      member_id: scope.caller.context.memberId,
      name,
      is_current: isCurrent,
      created_at: scope.now,
      updated_at: scope.now,
      ordered_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** What changes on a cart. */
export type CartChanges = Partial<
  Pick<
    StoredCart,
    | 'name'
    | 'isCurrent'
    | 'agreementId'
    | 'lineCount'
    | 'problemCount'
    | 'nextPosition'
    | 'vatSums'
    | 'priceEpoch'
  >
>;

/** Writes changes and counts the version up. */
export async function updateCart(scope: BuyerScope, id: string, changes: CartChanges): Promise<void> {
  await scope.db
    .updateTable('cart')
    .set((set) => ({
      version: set('version', '+', 1),
      updated_at: scope.now,
      ...(changes.name === undefined ? {} : { name: changes.name }),
      ...(changes.isCurrent === undefined ? {} : { is_current: changes.isCurrent }),
      ...(changes.lineCount === undefined ? {} : { line_count: changes.lineCount }),
      ...(changes.problemCount === undefined ? {} : { problem_count: changes.problemCount }),
      ...(changes.nextPosition === undefined ? {} : { next_position: changes.nextPosition }),
      ...(changes.vatSums === undefined ? {} : { vat_sums: json(changes.vatSums) }),
      ...(changes.priceEpoch === undefined ? {} : { price_epoch: changes.priceEpoch }),
    }))
    .where('id', '=', id)
    .execute();
}

/** No other cart of the member stays the current one. */
export async function unsetCurrent(scope: BuyerScope): Promise<void> {
  await scope.db
    .updateTable('cart')
    .set({ is_current: false })
    .where('member_id', '=', scope.caller.context.memberId)
    .where('agreement_id', '=', scope.caller.agreement.id)
    .where('is_current', '=', true)
    .where('ordered_at', 'is', null)
    .execute();
}

export async function deleteCart(scope: BuyerScope, id: string): Promise<void> {
  await scope.db.deleteFrom('cart').where('id', '=', id).execute();
}

/** Takes a cart out of use when it has become an order. */
export async function markOrdered(scope: BuyerScope, id: string): Promise<void> {
  await scope.db
    .updateTable('cart')
    .set((set) => ({ ordered_at: scope.now, is_current: false, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

function lines(scope: BuyerScope, cartId: string) {
  return scope.db
    .selectFrom('cart_line')
    .select([
      'variant_id as variantId',
      'position',
      'quantity',
      'comment',
      'price_status as priceStatus',
      'unit_price as unitPrice',
      'vat_rate as vatRate',
      'net',
      'vat',
      'seen_unit_price as seenUnitPrice',
      'problems',
      'is_blocked as isBlocked',
    ])
    .where('cart_id', '=', cartId);
}

/** Lines in order, from a position on. */
export async function findLines(
  scope: BuyerScope,
  cartId: string,
  limit?: number,
  afterPosition = 0,
): Promise<StoredLine[]> {
  const query = lines(scope, cartId).where('position', '>', afterPosition).orderBy('position');
  return (await (limit === undefined ? query : query.limit(limit)).execute()).map(storedLine);
}

export async function findLinesOf(
  scope: BuyerScope,
  cartId: string,
  variantIds: readonly number[],
): Promise<StoredLine[]> {
  if (variantIds.length === 0) return [];
  return (
    await lines(scope, cartId)
      .where(sql<boolean>`variant_id = any(${[...variantIds]}::int[])`)
      .execute()
  ).map(storedLine);
}

export async function deleteLines(
  scope: BuyerScope,
  cartId: string,
  variantIds: readonly number[],
): Promise<void> {
  if (variantIds.length === 0) return;
  await scope.db
    .deleteFrom('cart_line')
    .where('cart_id', '=', cartId)
    .where(sql<boolean>`variant_id = any(${[...variantIds]}::int[])`)
    .execute();
}

/** Writes lines, new and changed ones; PostgreSQL takes 65,535 parameters a statement. */
export async function writeLines(
  scope: BuyerScope,
  cartId: string,
  changed: readonly StoredLine[],
): Promise<void> {
  for (let start = 0; start < changed.length; start += 1000) {
    await scope.db
      .insertInto('cart_line')
      .values(
        changed.slice(start, start + 1000).map((line) => ({
          cart_id: cartId,
          company_id: scope.caller.company.id,
          variant_id: line.variantId,
          position: line.position,
          quantity: line.quantity,
          comment: line.comment,
          price_status: line.priceStatus,
          unit_price: line.unitPrice,
          vat_rate: line.vatRate,
          net: line.net,
          vat: line.vat,
          seen_unit_price: line.seenUnitPrice,
          problems: json(line.problems),
          is_blocked: line.isBlocked,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['cart_id', 'variant_id']).doUpdateSet((set) => ({
          quantity: set.ref('excluded.quantity'),
          comment: set.ref('excluded.comment'),
          price_status: set.ref('excluded.price_status'),
          unit_price: set.ref('excluded.unit_price'),
          vat_rate: set.ref('excluded.vat_rate'),
          net: set.ref('excluded.net'),
          vat: set.ref('excluded.vat'),
          seen_unit_price: set.ref('excluded.seen_unit_price'),
          problems: set.ref('excluded.problems'),
          is_blocked: set.ref('excluded.is_blocked'),
        })),
      )
      .execute();
  }
}

function storedLine(row: Omit<StoredLine, 'problems'> & { problems: object[] }): StoredLine {
  return {
    ...row,
    quantity: plain(row.quantity),
    unitPrice: row.unitPrice === null ? null : plain(row.unitPrice),
    vatRate: row.vatRate === null ? null : plain(row.vatRate),
    seenUnitPrice: row.seenUnitPrice === null ? null : plain(row.seenUnitPrice),
    problems: row.problems as LineProblem[],
  };
}
