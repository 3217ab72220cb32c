import type { ShownQuantity } from '@kontor/contract';

import type { StockDisplay } from '../../database/tables.js';
import { compare, decimal, plain } from '../../money/decimal.js';

/**
 * What a display policy lets out of an exact quantity. Pure, and the only way out for a figure of stock.
 * `capped`: below the lowest threshold exact, else the highest threshold that is not above the quantity, as "more than".
 * `levels`: none / low / enough / many. `hidden`: undefined.
 */
export function shownQuantity(exact: string, display: StockDisplay): ShownQuantity | undefined {
  const quantity = decimal(exact);
  const isAtLeast = (bound: number) => compare(quantity, decimal(String(bound))) >= 0;
  switch (display.mode) {
    case 'exact':
      return { shown: plain(exact) };
    case 'hidden':
      return undefined;
    case 'capped': {
      const reached = display.thresholds.filter((threshold) => isAtLeast(threshold));
      if (reached.length === 0) return { shown: plain(exact) };
      return { shown: String(Math.max(...reached)), isCapped: true };
    }
    case 'levels':
      if (compare(quantity, decimal('0')) <= 0) return { level: 'none' };
      if (isAtLeast(display.many)) return { level: 'many' };
      return { level: isAtLeast(display.enough) ? 'enough' : 'low' };
  }
}

/** More than any order asks for. */
const plenty = '999999999999999';

/**
 * Free stock as far as a display policy lets it be known, for decisions that a caller watches: exact where the figure is shown,
 * nothing where that is shown, else plenty. Equal for all quantities that look the same. Pure.
 */
export function knownFree(exact: string, display: StockDisplay): string {
  const shown = shownQuantity(exact, display);
  if (shown?.level === 'none') return '0';
  return shown?.shown === undefined || shown.isCapped ? plenty : shown.shown;
}
