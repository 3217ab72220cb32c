import { sql } from 'kysely';

import type { Scope } from '../../scope.js';
import type { Held } from './types.js';

/** What an order still holds. */
export async function findReservations(
  scope: Pick<Scope, 'db'>,
  orderId: string,
): Promise<Pick<Held, 'variantId' | 'warehouseId'>[]> {
  return scope.db
    .selectFrom('reservation')
    .select(['variant_id as variantId', 'warehouse_id as warehouseId'])
    .where('order_id', '=', orderId)
    .where('released_at', 'is', null)
    .execute();
}

export async function insertReservations(
  scope: Scope,
  orderId: string,
  held: readonly Held[],
): Promise<void> {
  const companyId = scope.caller.context?.companyId;
  if (companyId === undefined) throw new Error('Only a company reserves');
  for (let start = 0; start < held.length; start += 2000) {
    await scope.db
      .insertInto('reservation')
      .values(
        held.slice(start, start + 2000).map(({ position, variantId, warehouseId, quantity }) => ({
          order_id: orderId,
          company_id: companyId,
          position,
          variant_id: variantId,
          warehouse_id: warehouseId,
          quantity,
          released_at: null,
        })),
      )
      .execute();
  }
}

/** Ends the reservations of an order, all or those in one warehouse; answers those that were open, so that each is given back once. */
export async function markReleased(
  scope: Pick<Scope, 'db' | 'now'>,
  orderId: string,
  inWarehouse?: string,
): Promise<{ variantId: number; warehouseId: string; quantity: string }[]> {
  return scope.db
    .updateTable('reservation')
    .set({ released_at: scope.now })
    .where('order_id', '=', orderId)
    .where('released_at', 'is', null)
    .$if(inWarehouse !== undefined, (query) => query.where('warehouse_id', '=', inWarehouse ?? ''))
    .returning([
      'variant_id as variantId',
      'warehouse_id as warehouseId',
      sql<string>`quantity::text`.as('quantity'),
    ])
    .execute();
}
