import { sql } from 'kysely';

import type { AgreementTerms } from '../../caller.js';
import type { BuyerScope } from '../../scope.js';

/** Variants whose prices come from one price type with one coefficient. */
export interface PriceGroup {
  readonly priceTypeId: string | null;
  /** Decimal string. */
  readonly coefficient: string;
  readonly variantIds: readonly number[];
}

/**
 * Parts variants by the price type that an agreement has for them: that of the nearest category above them with a segment, else
 * the agreement's own. Agreements without segments ask nothing.
 */
export async function groupBySegment(
  scope: BuyerScope,
  variantIds: readonly number[],
  { priceTypeId, coefficient, segments }: Pick<AgreementTerms, 'coefficient' | 'priceTypeId' | 'segments'>,
): Promise<PriceGroup[]> {
  if (segments.length === 0 || variantIds.length === 0) return [{ priceTypeId, coefficient, variantIds }];
  const byCategory = new Map(segments.map((segment) => [segment.categoryId, segment]));
  const rows = await scope.db
    .selectFrom('variant')
    .innerJoin('product', 'product.id', 'variant.product_id')
    .innerJoin('category', 'category.id', 'product.category_id')
    .select(['variant.id as id', 'category.path as path'])
    .where(sql<boolean>`variant.id = any(${[...variantIds]}::int[])`)
    .where(sql<boolean>`category.path && ${[...byCategory.keys()]}::text[]`)
    .execute();
  const members = new Map<string, number[]>();
  for (const { id, path } of rows) {
    const nearest = path.findLast((category) => byCategory.has(category)) ?? '';
    const ids = members.get(nearest);
    if (ids) ids.push(id);
    else members.set(nearest, [id]);
  }
  const inSegments = new Set(rows.map(({ id }) => id));
  const others = variantIds.filter((id) => !inSegments.has(id));
  return [
    { priceTypeId, coefficient, variantIds: others },
    ...[...members].flatMap(([category, ids]) => {
      const segment = byCategory.get(category);
      return segment ? [{ ...segment, variantIds: ids }] : [];
    }),
  ].filter((group) => group.variantIds.length > 0);
}
