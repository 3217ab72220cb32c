import type { CartLine, CartSummary } from '@kontor/contract';

import { add, decimal, decimalText } from '../../money/decimal.js';
import type { BuyerScope } from '../../scope.js';
import type { CatalogVariant } from '../catalog/types.js';
import type { StoredCart, StoredLine } from './queries.js';
import { isPricedFor } from './priced-for.js';
import { totalsOf } from './sums.js';

/** A cart as it is answered. Totals are null, not zero, for those who see no prices. */
export function cartSummary(scope: BuyerScope, cart: StoredCart): CartSummary {
  return {
    id: cart.id,
    name: cart.name,
    isCurrent: cart.isCurrent,
    agreementId: cart.agreementId,
    version: cart.version,
    lineCount: cart.lineCount,
    problemCount: cart.problemCount,
    totals:
      scope.caller.can.seePrices === 'none' || !isPricedFor(scope, cart.priceEpoch)
        ? null
        : totalsOf(cart.vatSums, scope.caller.agreement.currency),
    updatedAt: cart.updatedAt.toISOString(),
  };
}

/** A line as it is answered; its name comes from the catalogue in the caller's locale. */
export function cartLine(line: StoredLine, variant: CatalogVariant): CartLine {
  const isPriced = line.unitPrice !== null && line.net !== null && line.vat !== null;
  return {
    sku: variant.sku,
    name: variant.name,
    productId: variant.isVisible ? variant.productId : null,
    unit: variant.unit,
    quantity: line.quantity,
    comment: line.comment,
    priceStatus: line.priceStatus as CartLine['priceStatus'],
    ...(isPriced
      ? {
          unitPrice: line.unitPrice ?? '0',
          vatRate: line.vatRate,
          net: line.net ?? '0',
          vat: line.vat ?? '0',
          total: decimalText(add(decimal(line.net ?? '0'), decimal(line.vat ?? '0'))),
        }
      : {}),
    problems: line.problems,
    position: line.position,
  };
}
