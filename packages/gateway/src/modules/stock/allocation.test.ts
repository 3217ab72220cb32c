import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { add, compare, decimal, zero } from '../../money/decimal.js';
import type { StockDisplay } from '../../database/tables.js';
import { allocate } from './allocation.js';
import { knownFree, shownQuantity } from './display.js';
import type { FreeStock, Wanted } from './types.js';

const wish = (position: number, variantId: number, quantity: string): Wanted => ({
  position,
  variantId,
  quantity,
});
const near = (free: string): FreeStock => ({ warehouseId: 'near', free });
const far = (free: string): FreeStock => ({ warehouseId: 'far', free });

describe('allocate', () => {
  it('takes from the nearest warehouse that has all of it', () => {
    const { held } = allocate([wish(1, 7, '8')], new Map([[7, [near('5'), far('20')]]]));
    expect(held).toEqual([{ position: 1, variantId: 7, warehouseId: 'far', quantity: '8' }]);
  });

  it('splits what no warehouse has alone', () => {
    const { held } = allocate([wish(1, 7, '22.5')], new Map([[7, [near('5'), far('20')]]]));
    expect(held.map(({ warehouseId, quantity }) => [warehouseId, quantity])).toEqual([
      ['near', '5'],
      ['far', '17.5'],
    ]);
  });

  it('lets two lines of one variant share its stock', () => {
    const { held, shortages } = allocate([wish(1, 7, '4'), wish(2, 7, '4')], new Map([[7, [near('5')]]]));
    expect(held).toHaveLength(1);
    expect(shortages).toEqual([{ position: 2, variantId: 7, available: '1' }]);
  });

  it('never gives more than there is, and all or nothing of a line', () => {
    const quantity = fc.integer({ min: 1, max: 5000 }).map((units) => String(units / 10));
    const wishes = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), quantity), { maxLength: 12 });
    const stock = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('near', 'far', 'third'), quantity),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(wishes, stock, (asked, there) => {
        const free = new Map<number, FreeStock[]>();
        for (const [variantId, warehouseId, amount] of there) {
          const list = free.get(variantId) ?? [];
          if (!list.some((each) => each.warehouseId === warehouseId))
            free.set(variantId, [...list, { warehouseId, free: amount }]);
        }
        const wanted = asked.map(([variantId, amount], index) => wish(index, variantId, amount));
        const { held, shortages } = allocate(wanted, free);
        for (const { position, quantity: amount } of wanted) {
          const got = held
            .filter((each) => each.position === position)
            .reduce((sum, each) => add(sum, decimal(each.quantity)), zero);
          const isShort = shortages.some((each) => each.position === position);
          expect(compare(got, isShort ? zero : decimal(amount))).toBe(0);
        }
        for (const [variantId, list] of free) {
          for (const { warehouseId, free: amount } of list) {
            const taken = held
              .filter((each) => each.variantId === variantId && each.warehouseId === warehouseId)
              .reduce((sum, each) => add(sum, decimal(each.quantity)), zero);
            expect(compare(taken, decimal(amount))).not.toBe(1);
          }
        }
      }),
    );
  });
});

describe('shownQuantity', () => {
  const capped = { mode: 'capped', thresholds: [10, 100, 1000] } as const;
  const levels = { mode: 'levels', low: 1, enough: 20, many: 200 } as const;

  it.each([
    ['7', { shown: '7' }],
    ['9.99', { shown: '9.99' }],
    ['10', { shown: '10', isCapped: true }],
    ['99', { shown: '10', isCapped: true }],
    ['1000000', { shown: '1000', isCapped: true }],
    ['0', { shown: '0' }],
  ] as const)('caps %s', (exact, expected) => {
    expect(shownQuantity(exact, { mode: capped.mode, thresholds: [...capped.thresholds] })).toEqual(expected);
  });

  it.each([
    ['0', 'none'],
    ['0.5', 'low'],
    ['20', 'enough'],
    ['200', 'many'],
  ] as const)('turns %s into the level %s', (exact, level) => {
    expect(shownQuantity(exact, levels)).toEqual({ level });
  });

  it('lets nothing out when stock is hidden', () => {
    expect(shownQuantity('5', { mode: 'hidden' })).toBeUndefined();
  });
});

describe('knownFree', () => {
  const displays: StockDisplay[] = [
    { mode: 'exact' },
    { mode: 'capped', thresholds: [10, 100, 1000] },
    { mode: 'levels', low: 1, enough: 20, many: 200 },
    { mode: 'hidden' },
  ];

  it.each(displays)('is the same for stocks that look the same: $mode', (display) => {
    const known = new Map<string, Set<string>>();
    for (let units = 0; units <= 3000; units += 1) {
      const look = JSON.stringify(shownQuantity(String(units), display));
      known.set(look, (known.get(look) ?? new Set()).add(knownFree(String(units), display)));
    }
    expect([...known.values()].filter(({ size }) => size !== 1)).toEqual([]);
  });
});
