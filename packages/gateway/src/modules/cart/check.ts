import type { FulfilmentGroup } from '@kontor/contract';

import type { BuyerScope } from '../../scope.js';
import type { CatalogVariant } from '../catalog/types.js';
import type { StockService } from '../stock/types.js';
import type { EditDeps } from './edit.js';
import type { StoredCart, StoredLine } from './queries.js';
import { repriceCart, type Repricing } from './reprice.js';

/** Everything that a check found. */
export interface CheckedCart extends Repricing {
  groups: FulfilmentGroup[];
}

/** Prices a locked cart anew, compares it with stock and splits it over warehouses. */
export async function checkCart(
  deps: EditDeps,
  scope: BuyerScope,
  cart: StoredCart,
  epoch: string,
): Promise<CheckedCart> {
  const repricing = await repriceCart(deps, scope, cart, { epoch, settle: true });
  return { ...repricing, groups: await groupsOf(deps.stock, scope, repricing.lines, repricing.variants) };
}

/** Goods by the warehouse that serves them; those that nobody has stand under null. */
export async function groupsOf(
  stock: StockService,
  scope: BuyerScope,
  lines: readonly StoredLine[],
  variants: ReadonlyMap<number, CatalogVariant>,
): Promise<FulfilmentGroup[]> {
  const servable = lines.filter(({ variantId }) => variants.get(variantId)?.isVisible);
  const { held, shortages } = await stock.allocate(scope, servable);
  const leadTimes = await stock.leadTimes(scope);
  const groups = new Map<string | null, FulfilmentGroup>();
  const groupOf = (warehouseId: string | null): FulfilmentGroup => {
    const group = groups.get(warehouseId) ?? {
      warehouseId,
      lines: [],
      leadTime: (warehouseId === null ? undefined : leadTimes.get(warehouseId)) ?? null,
    };
    groups.set(warehouseId, group);
    return group;
  };
  const skuOf = (variantId: number) => variants.get(variantId)?.sku ?? '';
  for (const { variantId, warehouseId, quantity } of held)
    groupOf(warehouseId).lines.push({ sku: skuOf(variantId), quantity });
  const byVariant = new Map(servable.map((line) => [line.variantId, line]));
  for (const { variantId } of shortages) {
    const line = byVariant.get(variantId);
    // The whole line: what is missing of it would tell a capped buyer what is there.
    if (line) groupOf(null).lines.push({ sku: skuOf(variantId), quantity: line.quantity });
  }
  return [...groups.values()];
}
