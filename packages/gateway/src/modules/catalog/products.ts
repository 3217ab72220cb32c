import type { Product, ProductSummary } from '@kontor/contract';
import { sql, type ExpressionBuilder } from 'kysely';

import type { Tables } from '../../database/tables.js';
import { localized } from '../../http/locale.js';
import { ProblemError } from '../../problem-error.js';
import type { Scope } from '../../scope.js';
import { isVisible, visibilityOf } from './assortment.js';
import { attribute, option, picture } from './present.js';

/** A product card by id or slug. @throws ProblemError `not_found`, the same for unknown and invisible ones */
export async function getProduct(scope: Scope, idOrSlug: string): Promise<Product> {
  const { locale } = scope;
  const row = await visibleProducts(scope)
    .select([
      'product.description as description',
      'product.attributes as attributes',
      'product.options as options',
    ])
    .select((select) => countOfVariants(select))
    .where(isCalled(idOrSlug))
    .executeTakeFirst();
  if (!row) throw new ProblemError('not_found');
  const path = await scope.db
    .selectFrom('category as above')
    .innerJoin('category as own', (join) => join.on('own.id', '=', row.categoryId))
    .select(['above.id as id', 'above.name as name', 'above.slug as slug'])
    .where(sql<boolean>`(above.id = any(own.path) or above.id = own.id)`)
    .orderBy(sql`coalesce(array_position(own.path, above.id), 1000)`)
    .execute();
  const name = localized(row.name, locale);
  return {
    id: row.id,
    name,
    slug: row.slug,
    description: localized(row.description, locale),
    brand: row.brand,
    categoryId: row.categoryId,
    categoryPath: path.map(({ id, name, slug }) => ({ id, name: localized(name, locale), slug })),
    pictures: row.pictures.map((each) => picture(each, name, locale)),
    attributes: row.attributes.map((each) => attribute(each, locale)),
    options: row.options.map((each) => option(each, locale)),
    variantCount: row.variantCount,
  };
}

/** The id of a visible product. @throws ProblemError `not_found` */
export async function findProductId(scope: Scope, idOrSlug: string): Promise<string> {
  const row = await scope.db
    .selectFrom('product')
    .select('id')
    .where(isVisible(visibilityOf(scope), 'product.id'))
    .where(isCalled(idOrSlug))
    .executeTakeFirst();
  if (!row) throw new ProblemError('not_found');
  return row.id;
}

/** What lists show of products, in the order of the ids; invisible ones are left out. */
export async function summaries(scope: Scope, ids: readonly string[]): Promise<ProductSummary[]> {
  if (ids.length === 0) return [];
  const rows = await visibleProducts(scope)
    .select((select) => [
      countOfVariants(select),
      select
        .selectFrom('variant')
        .select('sku')
        .whereRef('variant.product_id', '=', 'product.id')
        .where('variant.status', '=', 'active')
        .orderBy('position')
        .orderBy('id')
        .limit(1)
        .as('firstSku'),
    ])
    .where(sql<boolean>`product.id = any(${[...ids]}::text[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const name = localized(row.name, scope.locale);
    const [first] = row.pictures;
    return [
      {
        id,
        name,
        slug: row.slug,
        brand: row.brand,
        categoryId: row.categoryId,
        picture: first ? picture(first, name, scope.locale) : null,
        variantCount: row.variantCount,
        firstSku: row.firstSku,
      },
    ];
  });
}

function visibleProducts(scope: Scope) {
  return scope.db
    .selectFrom('product')
    .select([
      'product.id as id',
      'product.name as name',
      'product.slug as slug',
      'product.brand as brand',
      'product.category_id as categoryId',
      'product.pictures as pictures',
    ])
    .where(isVisible(visibilityOf(scope), 'product.id'));
}

function countOfVariants(select: ExpressionBuilder<Tables, 'product'>) {
  return select
    .selectFrom('variant')
    .select(sql<number>`count(*)::int`.as('count'))
    .whereRef('variant.product_id', '=', 'product.id')
    .$asScalar()
    .as('variantCount');
}

function isCalled(idOrSlug: string) {
  return sql<boolean>`(product.id = ${idOrSlug} or product.slug = ${idOrSlug})`;
}
