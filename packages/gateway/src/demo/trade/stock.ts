import type { DemoVariant } from '../catalogue/catalogue-rows.js';
import type { BalanceColumns, DemoRows } from '../demo-rows.js';
import { demoWarehouses, wellKnown } from '../ids.js';
import { dateOf, daysFrom } from '../instants.js';
import { createRandom } from '../random.js';

/** Warehouses in the order of the balances' key. */
export const warehouseIds: readonly string[] = Object.values(demoWarehouses).sort();

/** What stands on the shelves; `reservedOf` says what open orders hold, by `variant warehouse`. */
export function balanceColumns(
  variants: readonly DemoVariant[],
  reservedOf: ReadonlyMap<string, number>,
): BalanceColumns {
  const columns: BalanceColumns = { variants: [], warehouses: [], quantities: [], reserved: [] };
  const random = createRandom('balances');
  for (const variant of variants) {
    for (const warehouse of warehouseIds) {
      const reserved = reservedOf.get(`${variant.id} ${warehouse}`) ?? 0;
      columns.variants.push(variant.id);
      columns.warehouses.push(warehouse);
      columns.quantities.push(String(Math.max(quantity(variant, random.next(), random.next()), reserved)));
      columns.reserved.push(String(reserved));
    }
  }
  return columns;
}

const known: ReadonlySet<string> = new Set(Object.values(wellKnown));

function quantity({ sku, status, rule }: DemoVariant, kind: number, amount: number): number {
  const step = Number(rule.step);
  if (sku === wellKnown.outOfStock || status === 'discontinued') return 0;
  if (known.has(sku)) return step * (200 + Math.floor(amount * 400));
  if (kind < 0.18) return 0;
  if (kind < 0.3) return step * Math.floor(1 + amount * 9);
  if (kind > 0.97) return step * Math.floor(2000 + amount * 20_000);
  return step < 1 ? Math.round(amount * 4000) / 4 : step * Math.floor(10 + amount * 500);
}

/** Receipts that are on their way. */
export function receiptRows(
  variants: readonly DemoVariant[],
  now: Date,
): Required<Pick<DemoRows, 'receipt'>> {
  const random = createRandom('receipts');
  const chosen = variants.filter(
    (variant) => (random.chance(0.03) || variant.sku === wellKnown.outOfStock) && variant.status === 'active',
  );
  return {
    receipt: chosen.map((variant) => ({
      variant_id: variant.id,
      warehouse_id:
        variant.sku === wellKnown.outOfStock ? demoWarehouses.yekaterinburg : random.pick(warehouseIds),
      expected_on: dateOf(daysFrom(now, random.whole(2, 45))),
      quantity:
        random.chance(0.2) && variant.sku !== wellKnown.outOfStock
          ? null
          : String(Number(variant.rule.step) * random.whole(20, 600)),
    })),
  };
}
