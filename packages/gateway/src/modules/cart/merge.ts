import type { LineOperation, MergeCart } from '@kontor/contract';

import type { BuyerScope } from '../../scope.js';
import type { VariantLookup } from '../catalog/types.js';
import { addQuantities, isMore } from './ordering-rule.js';
import { findLines } from './queries.js';

/** Which cart goes into which, and what happens to a SKU that is in both. */
export interface Merge {
  into: string;
  from: string;
  quantities: NonNullable<MergeCart['quantities']>;
}

/** The operations that take one cart's lines over into another. */
export async function mergeOperations(
  { variants }: { variants: VariantLookup },
  scope: BuyerScope,
  { into, from, quantities }: Merge,
): Promise<LineOperation[]> {
  const incoming = await findLines(scope, from);
  const present = new Map((await findLines(scope, into)).map((line) => [line.variantId, line]));
  const named = await variants.byId(
    scope,
    incoming.map(({ variantId }) => variantId),
  );
  return incoming.flatMap((line): LineOperation[] => {
    const sku = named.get(line.variantId)?.sku;
    if (sku === undefined) return [];
    const there = present.get(line.variantId);
    if (!there) return [{ sku, quantity: line.quantity, comment: line.comment }];
    return [
      {
        sku,
        quantity: combined(there.quantity, line.quantity, quantities),
        comment: there.comment ?? line.comment,
      },
    ];
  });
}

function combined(there: string, incoming: string, how: Merge['quantities']): string {
  if (how === 'sum') return addQuantities(there, incoming);
  if (how === 'keep') return there;
  return isMore(incoming, there) ? incoming : there;
}
