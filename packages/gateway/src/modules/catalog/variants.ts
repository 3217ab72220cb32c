import type { Analogue, FoundVariant, Page, Variant } from '@kontor/contract';
import { sql } from 'kysely';

import { decodeCursor, encodeCursor } from '../../http/cursor.js';
import { plain } from '../../money/decimal.js';
import { ProblemError } from '../../problem-error.js';
import type { Scope } from '../../scope.js';
import { findProductId } from './products.js';
import type { Filters } from './search/facets.js';
import { passesFilters, told, visibleVariants } from './variant-queries.js';

/** Which variants of a product. */
export interface VariantsQuery {
  limit?: number | undefined;
  after?: string | undefined;
  filters?: Filters | undefined;
}

/** Variants of a product in their order. @throws ProblemError `not_found` */
export async function listVariants(
  scope: Scope,
  idOrSlug: string,
  { limit = 50, after, filters = {} }: VariantsQuery,
): Promise<Page<Variant>> {
  const cursor = decodeCursor(after, ['number', 'number']);
  const productId = await findProductId(scope, idOrSlug);
  const rows = await visibleVariants(scope)
    .where('variant.product_id', '=', productId)
    .where(passesFilters(filters))
    .$if(cursor !== undefined, (query) =>
      query.where(
        sql<boolean>`(variant.position, variant.id) > (${cursor?.[0] ?? 0}::bigint, ${cursor?.[1] ?? 0}::bigint)`,
      ),
    )
    .orderBy('variant.position')
    .orderBy('variant.id')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await told(scope, shown),
    nextCursor: rows.length > limit && last ? encodeCursor([last.position, last.id]) : null,
  };
}

/** @throws ProblemError `not_found`, the same for unknown and invisible ones */
export async function getVariant(scope: Scope, sku: string): Promise<Variant> {
  const [found] = await findBySku(scope, [sku]);
  if (!found) throw new ProblemError('not_found');
  return found;
}

/** One outcome per SKU, in order; unknown and invisible ones look the same. */
export async function findVariants(scope: Scope, skus: readonly string[]): Promise<FoundVariant[]> {
  const found = new Map((await findBySku(scope, skus)).map((variant) => [variant.sku, variant]));
  return skus.map((sku) => ({ sku, variant: found.get(sku) ?? null }));
}

/** Active variants that can stand for this one, in the order of the supplier. @throws ProblemError `not_found` */
export async function listAnalogues(scope: Scope, sku: string): Promise<Analogue[]> {
  const [original] = await visibleVariants(scope).where('variant.sku', '=', sku).execute();
  if (!original) throw new ProblemError('not_found');
  const rows = await visibleVariants(scope)
    .innerJoin('analogue', 'analogue.analogue_id', 'variant.id')
    .select(['analogue.reason as reason', 'analogue.ratio as ratio'])
    .where('analogue.variant_id', '=', original.id)
    .where('variant.status', '=', 'active')
    .where('product.status', '=', 'active')
    .orderBy('analogue.position')
    .orderBy('variant.id')
    .execute();
  const variants = await told(scope, rows);
  return variants.flatMap((variant, index) => {
    const row = rows[index];
    return row ? [{ variant, reason: row.reason, ratio: plain(row.ratio) }] : [];
  });
}

async function findBySku(scope: Scope, skus: readonly string[]): Promise<Variant[]> {
  const rows = await visibleVariants(scope)
    .where(sql<boolean>`variant.sku = any(${[...new Set(skus)]}::text[])`)
    .execute();
  return told(scope, rows);
}
