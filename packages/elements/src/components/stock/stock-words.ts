import type { ShownQuantity, WarehouseStock } from '@kontor/sdk';

import type { Words } from '../../locale/words.js';

/** How much there is, in three shades. */
export type StockShade = 'none' | 'low' | 'enough';

/** A quantity as the display policy shows it: `340`, `>1000`, `few`. */
export function quantityText(words: Words, { shown, isCapped, level }: ShownQuantity): string {
  if (level !== undefined) return words.t(`stock.${level}`);
  if (shown === undefined) return '';
  if (Number(shown) === 0) return words.t('stock.none');
  return (isCapped ? '>' : '') + words.number(shown);
}

export function shadeOf({ shown, level, isCapped }: ShownQuantity): StockShade {
  if (level !== undefined) return level === 'none' ? 'none' : level === 'low' ? 'low' : 'enough';
  if (shown === undefined || Number(shown) === 0) return 'none';
  return Number(shown) <= 10 && !isCapped ? 'low' : 'enough';
}

/** Days from order to delivery: `today`, `tomorrow`, `2–3 days`. */
export function leadTimeText(words: Words, leadTime: WarehouseStock['leadTime']): string {
  if (!leadTime) return '';
  const { minDays, maxDays } = leadTime;
  if (maxDays === 0) return words.t('stock.today');
  if (maxDays === 1) return words.t('stock.tomorrow');
  if (minDays === maxDays) return words.t('stock.days', { n: maxDays });
  return words.t('stock.dayRange', { from: words.number(String(minDays)), n: maxDays });
}

/** Whether a warehouse has anything. */
export const hasStock = ({ quantity }: WarehouseStock): boolean => shadeOf(quantity) !== 'none';
