import { sql, type RawBuilder } from 'kysely';

import type { Scope } from '../../scope.js';

/** Which products exist for a caller: those of an assortment, or every one (null). */
export type Visibility = string | null;

/**
 * Decides what a caller sees; the only place that does. Staff who act for no company see everything, everybody else their
 * assortment.
 * @param assortmentId judge by this assortment instead of the caller's
 */
export function visibilityOf({ caller }: Scope, assortmentId?: string): Visibility {
  if (assortmentId !== undefined) return assortmentId;
  return caller.staff && !caller.company ? null : caller.assortmentId;
}

/** SQL condition: the product exists for the caller. `productId` is a column such as `product.id`. */
export function isVisible(visibility: Visibility, productId: string): RawBuilder<boolean> {
  if (visibility === null) return sql<boolean>`true`;
  return sql<boolean>`exists (
    select from assortment_product
    where assortment_product.assortment_id = ${visibility} and assortment_product.product_id = ${sql.ref(productId)})`;
}
