import type { DeliveryChoice } from '@kontor/contract';

import { json } from '../../database/json.js';
import { newId } from '../../identifiers.js';
import type { BuyerScope } from '../../scope.js';

/** A checkout as it is stored. */
export interface StoredCheckout {
  id: string;
  cartId: string;
  delivery: DeliveryChoice | null;
  requestedDate: string | null;
  urgency: 'planned' | 'normal' | 'urgent';
  purchaseOrderNumber: string | null;
  comment: string | null;
}

function checkouts(scope: BuyerScope) {
  return scope.db
    .selectFrom('checkout')
    .select([
      'id',
      'cart_id as cartId',
      'delivery',
      'requested_date as requestedDate',
      'urgency',
      'purchase_order_number as purchaseOrderNumber',
      'comment',
    ]);
}

export async function findCheckout(scope: BuyerScope, id: string): Promise<StoredCheckout | undefined> {
  return (await checkouts(scope).where('id', '=', id).executeTakeFirst()) as StoredCheckout | undefined;
}

export async function lockCheckout(scope: BuyerScope, id: string): Promise<StoredCheckout | undefined> {
  return (await checkouts(scope).where('id', '=', id).forUpdate().executeTakeFirst()) as
    StoredCheckout | undefined;
}

/** The checkout of a cart, made when there is none. */
export async function ensureCheckout(scope: BuyerScope, cartId: string): Promise<StoredCheckout> {
  await scope.db
    .insertInto('checkout')
    .values({
      id: newId('chk'),
      company_id: scope.caller.company.id,
      cart_id: cartId,
      delivery: null,
      requested_date: null,
      purchase_order_number: null,
      comment: null,
      created_at: scope.now,
      updated_at: scope.now,
    })
    .onConflict((conflict) => conflict.column('cart_id').doNothing())
    .execute();
  return (await checkouts(scope).where('cart_id', '=', cartId).executeTakeFirstOrThrow()) as StoredCheckout;
}

export async function writeCheckout(
  scope: BuyerScope,
  { id, delivery, requestedDate, urgency, purchaseOrderNumber, comment }: StoredCheckout,
): Promise<void> {
  await scope.db
    .updateTable('checkout')
    .set({
      delivery: delivery === null ? null : json(delivery),
      requested_date: requestedDate,
      urgency,
      purchase_order_number: purchaseOrderNumber,
      comment,
      updated_at: scope.now,
    })
    .where('id', '=', id)
    .execute();
}

export async function deleteCheckout(scope: BuyerScope, id: string): Promise<void> {
  await scope.db.deleteFrom('checkout').where('id', '=', id).execute();
}

export async function findAgreementName(scope: BuyerScope): Promise<{ name: string; number: string | null }> {
  return scope.db
    .selectFrom('agreement')
    .select(['name', 'number'])
    .where('id', '=', scope.caller.agreement.id)
    .executeTakeFirstOrThrow();
}
