import type { Variant } from '@kontor/contract';
import { sql } from 'kysely';

import type { Scope } from '../../scope.js';
import { isVisible, visibilityOf } from './assortment.js';
import { variant, type VariantRow } from './present.js';
import type { Filters } from './search/facets.js';

/** Variants that exist for the caller, discontinued ones included. */
export function visibleVariants(scope: Scope) {
  const visibility = visibilityOf(scope);
  return scope.db
    .selectFrom('variant')
    .innerJoin('product', 'product.id', 'variant.product_id')
    .select((select) => [
      'variant.id as id',
      'variant.sku as sku',
      'variant.product_id as productId',
      'variant.position as position',
      'variant.name as name',
      'variant.options as options',
      'variant.attributes as attributes',
      'variant.barcodes as barcodes',
      'variant.unit_code as unitCode',
      'variant.unit_name as unitName',
      'variant.rule_min as ruleMin',
      'variant.rule_step as ruleStep',
      'variant.rule_max as ruleMax',
      'variant.packs as packs',
      'variant.picture as picture',
      sql<boolean>`(variant.status = 'discontinued' or product.status = 'discontinued')`.as('isDiscontinued'),
      select
        .selectFrom('analogue')
        .innerJoin('variant as other', 'other.id', 'analogue.analogue_id')
        .innerJoin('product as other_product', 'other_product.id', 'other.product_id')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('analogue.variant_id', '=', 'variant.id')
        .where('other.status', '=', 'active')
        .where('other_product.status', '=', 'active')
        .where(isVisible(visibility, 'other.product_id'))
        .$asScalar()
        .as('analogueCount'),
    ])
    .where(isVisible(visibility, 'variant.product_id'));
}

/** SQL condition: the variant, or its product, has one of the values under every code. */
export function passesFilters(filters: Filters) {
  const conditions = Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .map(([code, values]) => {
      const wanted = sql`any(${[...values]}::text[])`;
      return sql`(variant.options ->> ${code} = ${wanted} or exists (
        select from jsonb_array_elements(variant.attributes || product.attributes) as attribute
        where attribute ->> 'code' = ${code} and attribute ->> 'value' = ${wanted}))`;
    });
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** Tells variants in the caller's language, with the company's own codes for its members. */
export async function told(scope: Scope, rows: readonly UntoldVariant[]): Promise<Variant[]> {
  const codes = await customerCodes(
    scope,
    rows.map(({ id }) => id),
  );
  return rows.map((row) =>
    variant({ ...row, analogueCount: row.analogueCount ?? 0 }, scope.locale, codes.get(row.id)),
  );
}

type UntoldVariant = Omit<VariantRow, 'analogueCount'> & { analogueCount: number | null };

async function customerCodes(scope: Scope, variantIds: readonly number[]): Promise<Map<number, string>> {
  const { company } = scope.caller;
  if (!company || variantIds.length === 0) return new Map();
  const rows = await scope.db
    .selectFrom('customer_code')
    .select(['variant_id as variantId', sql<string>`min(code)`.as('code')])
    .where('company_id', '=', company.id)
    .where(sql<boolean>`variant_id = any(${[...variantIds]}::int[])`)
    .groupBy('variant_id')
    .execute();
  return new Map(rows.map(({ variantId, code }) => [variantId, code]));
}
