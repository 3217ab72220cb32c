import { add, compare, decimal, isZero, plain, subtract, zero, type Decimal } from '../../money/decimal.js';
import type { Allocation, FreeStock, Held, Shortage, Wanted } from './types.js';

/**
 * Splits wishes over warehouses in the given order (nearest first). A warehouse that has all of a line serves it alone, even
 * if a nearer one has a part: fewer parcels. Wishes of one variant share its stock. Pure.
 */
export function allocate(
  wanted: readonly Wanted[],
  free: ReadonlyMap<number, readonly FreeStock[]>,
): Allocation {
  const left = new Map<number, { warehouseId: string; free: Decimal }[]>();
  const held: Held[] = [];
  const shortages: Shortage[] = [];
  for (const { position, variantId, quantity } of wanted) {
    const stock =
      left.get(variantId) ??
      (free.get(variantId) ?? []).map((each) => ({
        warehouseId: each.warehouseId,
        free: decimal(each.free),
      }));
    left.set(variantId, stock);
    const need = decimal(quantity);
    const total = stock.reduce((sum, each) => add(sum, each.free), zero);
    if (compare(total, need) < 0) {
      shortages.push({ position, variantId, available: plain(total) });
      continue;
    }
    const whole = stock.find((each) => compare(each.free, need) >= 0);
    let missing = need;
    for (const part of whole ? [whole] : stock) {
      const taken = compare(part.free, missing) < 0 ? part.free : missing;
      if (isZero(taken)) continue;
      part.free = subtract(part.free, taken);
      missing = subtract(missing, taken);
      held.push({ position, variantId, warehouseId: part.warehouseId, quantity: plain(taken) });
    }
  }
  return { held, shortages };
}
