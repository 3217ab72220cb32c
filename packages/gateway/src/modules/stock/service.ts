import type { Availability, ShownQuantity, Warehouse, WarehouseStock } from '@kontor/contract';

import { localized } from '../../http/locale.js';
import type { StockDisplay } from '../../database/tables.js';
import { groupBy } from '../../group-by.js';
import { add, compare, decimal, plain, subtract, zero } from '../../money/decimal.js';
import type { GatewayDeps } from '../../ports.js';
import type { BuyerScope, Scope } from '../../scope.js';
import type { CatalogVariant } from '../catalog/types.js';
import { allocate } from './allocation.js';
import { knownFree, shownQuantity } from './display.js';
import {
  changeReserved,
  findBalances,
  findDisplay,
  findFree,
  findFreeBalances,
  findLeadTimes,
  findReceipts,
  findWarehouses,
  lockBalances,
  takeFromBalance,
  type BalanceRow,
} from './queries.js';
import { findReservations, insertReservations, markReleased } from './reservations.js';
import type { FreeStock, LeadTime, StockService } from './types.js';

export type { StockService } from './types.js';

/** Stock as routes use it. */
export interface Stock extends StockService {
  /** Availability of variants in their order, as the caller may see it. */
  resolve(
    scope: BuyerScope,
    skus: readonly string[],
    variants: ReadonlyMap<string, CatalogVariant>,
  ): Promise<Availability[]>;
  warehouses(scope: BuyerScope): Promise<Warehouse[]>;
}

export function createStock({ settings }: Pick<GatewayDeps, 'settings'>): Stock {
  return {
    async free(scope, variantIds) {
      return findFree(scope, variantIds, await warehouseIdsOf(scope));
    },

    async show(scope, exact) {
      return (await displayOf(scope))(exact);
    },

    async seesExact(scope) {
      if (!isBuyer(scope)) return scope.caller.staff !== null;
      return scope.caller.can.seeStock && (await policyOf(scope)).mode === 'exact';
    },

    async shortage(scope, quantity, free) {
      if (compare(decimal(free), decimal(quantity)) >= 0) return undefined;
      const available = (await displayOf(scope))(free);
      return isTellable(available) ? { available } : undefined;
    },

    async allocate(scope, wanted) {
      const variantIds = [...new Set(wanted.map(({ variantId }) => variantId))];
      const warehouseIds = await warehouseIdsOf(scope);
      const balances = await findFreeBalances(scope, variantIds, warehouseIds);
      const display: StockDisplay = scope.caller.can.seeStock ? await policyOf(scope) : { mode: 'hidden' };
      return allocate(wanted, knownFreeOf(variantIds, warehouseIds, balances, display));
    },

    async reserve(scope, orderId, wanted) {
      const variantIds = [...new Set(wanted.map(({ variantId }) => variantId))];
      const warehouseIds = await warehouseIdsOf(scope);
      const allocation = allocate(
        wanted,
        freeOf(variantIds, warehouseIds, await lockBalances(scope, variantIds, warehouseIds)),
      );
      if (allocation.shortages.length > 0) return { held: [], shortages: allocation.shortages };
      await changeReserved(scope, allocation.held, 1);
      await insertReservations(scope, orderId, allocation.held);
      return allocation;
    },

    async release(scope, orderId, warehouseId) {
      await changeReserved(scope, await endReservations(scope, orderId, warehouseId), -1);
    },

    async ship(scope, orderId) {
      const gone = await endReservations(scope, orderId);
      await changeReserved(scope, gone, -1);
      await takeFromBalance(scope, gone);
    },

    async leadTimes(scope) {
      const rows = await findLeadTimes(scope);
      return new Map(
        rows.map(({ warehouseId, minDays, maxDays }): [string, LeadTime] => [
          warehouseId,
          { minDays, maxDays },
        ]),
      );
    },

    async resolve(scope, skus, variants) {
      const show = await displayOf(scope);
      if (!scope.caller.can.seeStock || show('0') === undefined)
        return skus.map((sku) => ({ sku, status: variants.has(sku) ? 'hidden' : 'notAssorted' }));
      const warehouseIds = await warehouseIdsOf(scope);
      const variantIds = [...variants.values()].map(({ id }) => id);
      const balances = groupBy(
        await findBalances(scope, variantIds, warehouseIds),
        ({ variantId }) => variantId,
      );
      const receipts = groupBy(
        await findReceipts(scope, variantIds, warehouseIds),
        ({ variantId }) => variantId,
      );
      const leadTimes = await this.leadTimes(scope);
      return skus.map((sku): Availability => {
        const variant = variants.get(sku);
        if (!variant) return { sku, status: 'notAssorted' };
        const rows = new Map((balances.get(variant.id) ?? []).map((row) => [row.warehouseId, row]));
        const expected = new Map((receipts.get(variant.id) ?? []).map((row) => [row.warehouseId, row]));
        const byWarehouse = warehouseIds.flatMap((warehouseId): WarehouseStock[] => {
          const row = rows.get(warehouseId);
          const receipt = expected.get(warehouseId);
          const quantity = show(row ? freeText(row) : '0');
          if (!quantity || (!row && !receipt)) return [];
          return [
            {
              warehouseId,
              quantity,
              nextReceipt: receipt
                ? {
                    expectedOn: receipt.expectedOn,
                    quantity: receipt.quantity === null ? null : (show(plain(receipt.quantity)) ?? null),
                  }
                : null,
              leadTime: leadTimes.get(warehouseId) ?? null,
            },
          ];
        });
        const total = show(
          plain([...rows.values()].reduce((sum, row) => add(sum, decimal(freeText(row))), zero)),
        );
        const asOf = [...rows.values()].reduce<Date | null>(
          (oldest, { updatedAt }) => (oldest === null || updatedAt < oldest ? updatedAt : oldest),
          null,
        );
        return {
          sku,
          status: isStale(asOf, scope.now) ? 'stale' : 'ok',
          ...(total === undefined ? {} : { total }),
          byWarehouse,
          asOf: asOf?.toISOString() ?? null,
        };
      });
    },

    async warehouses(scope) {
      const rows = await findWarehouses(scope);
      return rows.map(({ id, name, location }) => ({ id, name: localized(name, scope.locale), location }));
    },
  };

  function isStale(asOf: Date | null, now: Date): boolean {
    return (
      settings.staleAfterHours !== null &&
      asOf !== null &&
      now.getTime() - asOf.getTime() > settings.staleAfterHours * 3_600_000
    );
  }
}

/** Whether a shortage may be told: only where the caller sees the exact figure anyway, or that there is nothing. */
function isTellable(available: ShownQuantity | undefined): available is ShownQuantity {
  if (!available) return false;
  return available.level === undefined ? available.isCapped !== true : available.level === 'none';
}

/** Ends what an order holds, its balances locked in the order of everybody. */
async function endReservations(
  scope: Pick<Scope, 'db' | 'now'>,
  orderId: string,
  inWarehouse?: string,
): ReturnType<typeof markReleased> {
  const held = await findReservations(scope, orderId);
  await lockBalances(
    scope,
    held.map(({ variantId }) => variantId),
    held.map(({ warehouseId }) => warehouseId),
  );
  return markReleased(scope, orderId, inWarehouse);
}

function isBuyer(scope: Scope): scope is BuyerScope {
  return scope.caller.context !== null;
}

async function warehouseIdsOf(scope: BuyerScope): Promise<string[]> {
  return (await findWarehouses(scope)).map(({ id }) => id);
}

async function displayOf(scope: BuyerScope): Promise<(exact: string) => ShownQuantity | undefined> {
  if (!scope.caller.can.seeStock) return () => undefined;
  const display = await policyOf(scope);
  return (exact) => shownQuantity(exact, display);
}

/** The display policy of a caller, read once a request. */
function policyOf(scope: BuyerScope): Promise<StockDisplay> {
  const known = policies.get(scope.caller) ?? findDisplay(scope);
  policies.set(scope.caller, known);
  return known;
}

// A caller lives as long as its request.
const policies = new WeakMap<object, Promise<StockDisplay>>();

/** Free stock by variant, warehouses in the given order. */
function freeOf(
  variantIds: readonly number[],
  warehouseIds: readonly string[],
  balances: readonly BalanceRow[],
): Map<number, FreeStock[]> {
  const rank = new Map(warehouseIds.map((id, index) => [id, index]));
  const free = new Map<number, FreeStock[]>(variantIds.map((id) => [id, []]));
  const sorted = [...balances].sort(
    (left, right) => (rank.get(left.warehouseId) ?? 0) - (rank.get(right.warehouseId) ?? 0),
  );
  for (const row of sorted) {
    const text = freeText(row);
    if (text !== '0') free.get(row.variantId)?.push({ warehouseId: row.warehouseId, free: text });
  }
  return free;
}

/** Free stock as the caller may know it: two stocks that look the same are the same here. */
function knownFreeOf(
  variantIds: readonly number[],
  warehouseIds: readonly string[],
  balances: readonly BalanceRow[],
  display: StockDisplay,
): Map<number, FreeStock[]> {
  const rows = new Map(balances.map((row) => [`${String(row.variantId)} ${row.warehouseId}`, row]));
  const freeIn = (variantId: number, warehouseId: string): FreeStock => {
    const row = rows.get(`${String(variantId)} ${warehouseId}`);
    return { warehouseId, free: knownFree(row ? freeText(row) : '0', display) };
  };
  return new Map(variantIds.map((id) => [id, warehouseIds.map((warehouseId) => freeIn(id, warehouseId))]));
}

/** Balance less reservations; a balance that 1C has lowered below what is reserved counts as nothing. */
function freeText({ quantity, reserved }: BalanceRow): string {
  const free = subtract(decimal(quantity), decimal(reserved));
  return compare(free, zero) > 0 ? plain(free) : '0';
}
