import { sql } from 'kysely';

import { localized } from '../../http/locale.js';
import { plain } from '../../money/decimal.js';
import type { Scope } from '../../scope.js';
import { isVisible, visibilityOf, type Visibility } from './assortment.js';
import { isInCategory } from './category-scope.js';
import type { CatalogVariant, VariantLookup } from './types.js';

/** Products whose variants `all` reads at once. */
const productsPerChunk = 50;

export function createVariantLookup(): VariantLookup {
  return {
    async bySku(scope, skus, { assortmentId, withInvisible = false } = {}) {
      if (skus.length === 0) return new Map();
      const rows = await variants(scope, visibilityOf(scope, assortmentId))
        .where(sql<boolean>`variant.sku = any(${[...new Set(skus)]}::text[])`)
        .execute();
      const found = rows.filter((row) => withInvisible || row.isVisible);
      return new Map(found.map((row) => [row.sku, catalogVariant(scope, row)]));
    },

    async byId(scope, ids, { assortmentId } = {}) {
      if (ids.length === 0) return new Map();
      const rows = await variants(scope, visibilityOf(scope, assortmentId))
        .where(sql<boolean>`variant.id = any(${[...new Set(ids)]}::int[])`)
        .execute();
      return new Map(rows.map((row) => [row.id, catalogVariant(scope, row)]));
    },

    async *all(scope, { category } = {}) {
      const visibility = visibilityOf(scope);
      const products = await productsInOrder(scope, visibility, category);
      for (let start = 0; start < products.length; start += productsPerChunk) {
        const chunk = products.slice(start, start + productsPerChunk);
        const rows = await variants(scope, visibility)
          .innerJoin(
            sql<{
              id: string;
              place: number;
            }>`(select * from unnest(${chunk}::text[]) with ordinality as listed (id, place))`.as('listed'),
            'listed.id',
            'variant.product_id',
          )
          .where('variant.status', '=', 'active')
          .orderBy('listed.place')
          .orderBy('variant.position')
          .orderBy('variant.id')
          .execute();
        const found = rows.filter((row) => row.isVisible);
        if (found.length > 0) yield found.map((row) => catalogVariant(scope, row));
      }
    },
  };
}

function variants(scope: Scope, visibility: Visibility) {
  return scope.db
    .selectFrom('variant')
    .innerJoin('product', 'product.id', 'variant.product_id')
    .select((select) => [
      'variant.id as id',
      'variant.sku as sku',
      'variant.product_id as productId',
      'variant.name as name',
      'variant.unit_code as unitCode',
      'variant.unit_name as unitName',
      'variant.rule_min as ruleMin',
      'variant.rule_step as ruleStep',
      'variant.rule_max as ruleMax',
      'variant.vat_rate as vatRate',
      select
        .or([select('variant.status', '=', 'discontinued'), select('product.status', '=', 'discontinued')])
        .as('isDiscontinued'),
      isVisible(visibility, 'variant.product_id').as('isVisible'),
    ]);
}

type VariantRow = Awaited<ReturnType<ReturnType<typeof variants>['execute']>>[number];

function catalogVariant({ locale }: Scope, row: VariantRow): CatalogVariant {
  return {
    id: row.id,
    sku: row.sku,
    productId: row.productId,
    name: localized(row.name, locale),
    unit: { code: row.unitCode, name: row.unitName },
    rule: {
      min: plain(row.ruleMin),
      step: plain(row.ruleStep),
      max: row.ruleMax === null ? null : plain(row.ruleMax),
    },
    vatRate: row.vatRate === null ? null : plain(row.vatRate),
    isDiscontinued: Boolean(row.isDiscontinued),
    isVisible: row.isVisible,
  };
}

/** Ids of visible active products in catalogue order. */
async function productsInOrder(
  scope: Scope,
  visibility: Visibility,
  category: string | undefined,
): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('product')
    .innerJoin('category', 'category.id', 'product.category_id')
    .select('product.id as id')
    .where('product.status', '=', 'active')
    .where(isVisible(visibility, 'product.id'))
    .$if(category !== undefined, (query) => query.where(isInCategory(category ?? '', 'product.category_id')))
    .orderBy('category.sort_key')
    .orderBy('category.id')
    .orderBy('product.sort_key')
    .orderBy('product.id')
    .execute();
  return rows.map(({ id }) => id);
}
