import { sql } from 'kysely';

import type { StockDisplay, StoredLocation } from '../../database/tables.js';
import { plain } from '../../money/decimal.js';
import type { BuyerScope, Scope } from '../../scope.js';

/** A warehouse with its distance to the buyer. */
export interface NearWarehouse {
  id: string;
  name: Record<string, string>;
  location: StoredLocation;
}

/** Balance of a variant in a warehouse. */
export interface BalanceRow {
  variantId: number;
  warehouseId: string;
  quantity: string;
  reserved: string;
}

/**
 * Warehouses that may serve the buyer, nearest to the delivery location first: same city, then by great-circle distance;
 * in the supplier's order where the place is unknown.
 */
export async function findWarehouses(scope: BuyerScope): Promise<NearWarehouse[]> {
  const { agreement, context } = scope.caller;
  const { country, city } = context.location ?? { country: '', city: '' };
  const distance = sql`(select asin(sqrt(power(sin(radians(place.latitude - warehouse.latitude) / 2), 2)
    + cos(radians(warehouse.latitude)) * cos(radians(place.latitude)) * power(sin(radians(place.longitude - warehouse.longitude) / 2), 2)))
    from place where place.country = ${country} and place.city = ${city})`;
  const query = scope.db
    .selectFrom('warehouse')
    .select(['id', 'name', 'location'])
    .where('seller_id', '=', agreement.sellerId)
    .orderBy(sql`case when location->>'city' = ${city} then 0 else 1 end`)
    .orderBy(sql`coalesce(${distance}, 0)`)
    .orderBy('position')
    .orderBy('id');
  return (agreement.warehouseIds ? query.where('id', 'in', agreement.warehouseIds) : query).execute();
}

export async function findBalances(
  scope: Scope,
  variantIds: readonly number[],
  warehouseIds: readonly string[],
): Promise<(BalanceRow & { updatedAt: Date })[]> {
  const updatedAt = sql<Date>`greatest(updated_at, (select told_at from warehouse where id = balance.warehouse_id))`;
  return balances(scope, variantIds, warehouseIds).select(updatedAt.as('updatedAt')).execute();
}

/** Balances of which something is free. */
export async function findFreeBalances(
  scope: Scope,
  variantIds: readonly number[],
  warehouseIds: readonly string[],
): Promise<BalanceRow[]> {
  return balances(scope, variantIds, warehouseIds).whereRef('quantity', '>', 'reserved').execute();
}

/** Balances less reservations in all of the warehouses together, by variant; one that is lowered below its reservations counts as nothing. */
export async function findFree(
  scope: Scope,
  variantIds: readonly number[],
  warehouseIds: readonly string[],
): Promise<Map<number, string>> {
  const rows = await scope.db
    .selectFrom('balance')
    .select(['variant_id as variantId', sql<string>`sum(greatest(quantity - reserved, 0))`.as('free')])
    .where(sql<boolean>`variant_id = any(${[...variantIds]}::int[])`)
    .where(sql<boolean>`warehouse_id = any(${[...warehouseIds]}::text[])`)
    .groupBy('variant_id')
    .execute();
  return new Map(rows.map(({ variantId, free }) => [variantId, plain(free)]));
}

/** Balances locked in one order for everybody, so that two orders never wait for each other in a circle. */
export async function lockBalances(
  scope: Pick<Scope, 'db'>,
  variantIds: readonly number[],
  warehouseIds: readonly string[],
): Promise<BalanceRow[]> {
  return balances(scope, variantIds, warehouseIds)
    .orderBy('variant_id')
    .orderBy('warehouse_id')
    .forUpdate()
    .execute();
}

function balances(scope: Pick<Scope, 'db'>, variantIds: readonly number[], warehouseIds: readonly string[]) {
  return scope.db
    .selectFrom('balance')
    .select(['variant_id as variantId', 'warehouse_id as warehouseId', 'quantity', 'reserved'])
    .where(sql<boolean>`variant_id = any(${[...variantIds]}::int[])`)
    .where(sql<boolean>`warehouse_id = any(${[...warehouseIds]}::text[])`);
}

/** The next receipt of each variant in each warehouse from today on. */
export async function findReceipts(
  scope: Scope,
  variantIds: readonly number[],
  warehouseIds: readonly string[],
): Promise<{ variantId: number; warehouseId: string; expectedOn: string; quantity: string | null }[]> {
  return scope.db
    .selectFrom('receipt')
    .distinctOn(['variant_id', 'warehouse_id'])
    .select([
      'variant_id as variantId',
      'warehouse_id as warehouseId',
      'expected_on as expectedOn',
      'quantity',
    ])
    .where(sql<boolean>`variant_id = any(${[...variantIds]}::int[])`)
    .where(sql<boolean>`warehouse_id = any(${[...warehouseIds]}::text[])`)
    .where('expected_on', '>=', scope.now.toISOString().slice(0, 10))
    .orderBy('variant_id')
    .orderBy('warehouse_id')
    .orderBy('expected_on')
    .execute();
}

/** Lead times to the buyer's city, else to the country. */
export async function findLeadTimes(
  scope: BuyerScope,
): Promise<{ warehouseId: string; minDays: number; maxDays: number }[]> {
  const { location } = scope.caller.context;
  if (!location) return [];
  return scope.db
    .selectFrom('lead_time')
    .distinctOn('warehouse_id')
    .select(['warehouse_id as warehouseId', 'min_days as minDays', 'max_days as maxDays'])
    .where('country', '=', location.country)
    .where('city', 'in', [location.city, ''])
    .orderBy('warehouse_id')
    .orderBy('city', 'desc')
    .execute();
}

/** The display policy of the company's segment; exact without one. */
export async function findDisplay(scope: BuyerScope): Promise<StockDisplay> {
  const { segmentId } = scope.caller.company;
  if (segmentId === null) return { mode: 'exact' };
  const row = await scope.db
    .selectFrom('segment')
    .select('stock_display as display')
    .where('id', '=', segmentId)
    .executeTakeFirst();
  return row?.display ?? { mode: 'exact' };
}

/** Adds to (or takes from) what is reserved, row by row; the rows are locked already. */
export async function changeReserved(
  scope: Pick<Scope, 'db'>,
  changes: readonly { variantId: number; warehouseId: string; quantity: string }[],
  sign: 1 | -1,
): Promise<void> {
  if (changes.length === 0) return;
  await sql`update balance set reserved = balance.reserved + ${sign}::numeric * change.quantity
    from (select variant_id, warehouse_id, sum(quantity) as quantity
      from unnest(${changes.map(({ variantId }) => variantId)}::int[], ${changes.map(({ warehouseId }) => warehouseId)}::text[], ${changes.map(({ quantity }) => quantity)}::numeric[])
        as each(variant_id, warehouse_id, quantity) group by 1, 2) as change
    where balance.variant_id = change.variant_id and balance.warehouse_id = change.warehouse_id`.execute(
    scope.db,
  );
}

/** Lowers balances by goods that left; never below nothing: 1C may have counted them out already. */
export async function takeFromBalance(
  scope: Scope,
  changes: readonly { variantId: number; warehouseId: string; quantity: string }[],
): Promise<void> {
  if (changes.length === 0) return;
  await sql`update balance set quantity = greatest(balance.quantity - change.quantity, least(balance.quantity, 0))
    from (select variant_id, warehouse_id, sum(quantity) as quantity
      from unnest(${changes.map(({ variantId }) => variantId)}::int[], ${changes.map(({ warehouseId }) => warehouseId)}::text[], ${changes.map(({ quantity }) => quantity)}::numeric[])
        as each(variant_id, warehouse_id, quantity) group by 1, 2) as change
    where balance.variant_id = change.variant_id and balance.warehouse_id = change.warehouse_id`.execute(
    scope.db,
  );
}
