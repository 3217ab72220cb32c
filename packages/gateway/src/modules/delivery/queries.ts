import type { DeliveryKind } from '@kontor/contract';

import type { Localized, StoredLocation } from '../../database/tables.js';
import type { BuyerScope } from '../../scope.js';

/** A delivery method as it is stored. */
export interface StoredMethod {
  id: string;
  kind: DeliveryKind;
  name: Localized;
  conditions: Localized;
  needsAddress: boolean;
  warehouseIds: string[] | null;
}

/** Cost and time of a method for some warehouses and places. */
export interface DeliveryRule {
  warehouseId: string | null;
  country: string | null;
  city: string | null;
  cost: string | null;
  currency: string;
  freeFrom: string | null;
  minDays: number | null;
  maxDays: number | null;
  priority: number;
}

function methods(scope: BuyerScope) {
  return scope.db
    .selectFrom('delivery_method')
    .select([
      'id',
      'kind',
      'name',
      'conditions',
      'needs_address as needsAddress',
      'warehouse_ids as warehouseIds',
    ])
    .where('is_active', '=', true)
    .where((where) =>
      where.or([where('seller_id', 'is', null), where('seller_id', '=', scope.caller.agreement.sellerId)]),
    );
}

export async function listMethods(scope: BuyerScope): Promise<StoredMethod[]> {
  return methods(scope).orderBy('position').orderBy('id').execute();
}

export async function findMethod(scope: BuyerScope, id: string): Promise<StoredMethod | undefined> {
  return methods(scope).where('id', '=', id).executeTakeFirst();
}

export async function findRules(scope: BuyerScope, methodId: string): Promise<DeliveryRule[]> {
  return scope.db
    .selectFrom('delivery_rule')
    .select([
      'warehouse_id as warehouseId',
      'country',
      'city',
      'cost',
      'currency',
      'free_from as freeFrom',
      'min_days as minDays',
      'max_days as maxDays',
      'priority',
    ])
    .where('method_id', '=', methodId)
    .execute();
}

export async function findWarehouseLocation(
  scope: BuyerScope,
  id: string,
): Promise<StoredLocation | undefined> {
  const row = await scope.db
    .selectFrom('warehouse')
    .select('location')
    .where('id', '=', id)
    .where('seller_id', '=', scope.caller.agreement.sellerId)
    .executeTakeFirst();
  return row?.location;
}
