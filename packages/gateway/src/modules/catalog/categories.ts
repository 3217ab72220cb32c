import type { Category } from '@kontor/contract';
import { sql } from 'kysely';

import type { Localized } from '../../database/tables.js';
import { localized } from '../../http/locale.js';
import type { Scope } from '../../scope.js';
import { isVisible, visibilityOf, type Visibility } from './assortment.js';

/** A category that exists for the caller. */
export interface VisibleCategory {
  id: string;
  parentId: string | null;
  name: Localized;
  slug: string;
  /** Active products in it and below it. */
  productCount: number;
}

/** Categories with products that the caller sees, in their order; staff who see everything see empty ones too. */
export async function visibleCategories(
  scope: Scope,
  visibility: Visibility = visibilityOf(scope),
): Promise<VisibleCategory[]> {
  const rows = await scope.db
    .selectFrom('category')
    .leftJoin(
      (select) =>
        select
          .selectFrom('product')
          .select(['product.category_id as categoryId', sql<number>`count(*)::int`.as('count')])
          .where('product.status', '=', 'active')
          .where(isVisible(visibility, 'product.id'))
          .groupBy('product.category_id')
          .as('counted'),
      (join) => join.onRef('counted.categoryId', '=', 'category.id'),
    )
    .select([
      'category.id as id',
      'category.parent_id as parentId',
      'category.name as name',
      'category.slug as slug',
      'counted.count as count',
    ])
    .orderBy('category.position')
    .orderBy('category.sort_key')
    .orderBy('category.id')
    .execute();
  const counts = new Map<string, number>();
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  for (const { id, count } of rows)
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null)
      counts.set(at, (counts.get(at) ?? 0) + (count ?? 0));
  return rows
    .map(({ count: _, ...category }) => ({ ...category, productCount: counts.get(category.id) ?? 0 }))
    .filter(({ productCount }) => visibility === null || productCount > 0);
}

/** Puts categories below their parents. */
export function categoryTree(categories: readonly VisibleCategory[], { locale }: Scope): Category[] {
  const nodes = new Map(
    categories.map(({ id, name, slug, productCount }): [string, Category] => [
      id,
      { id, name: localized(name, locale), slug, productCount, children: [] },
    ]),
  );
  const roots: Category[] = [];
  for (const { id, parentId } of categories) {
    const node = nodes.get(id);
    const siblings = parentId === null ? roots : nodes.get(parentId)?.children;
    if (node) (siblings ?? roots).push(node);
  }
  return roots;
}
