import { sql, type RawBuilder } from 'kysely';

/** SQL condition: the column names the category (by id or slug) or one below it. */
export function isInCategory(category: string, categoryId: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(categoryId)} in (
    select below.id from category as below, category as wanted
    where (wanted.id = ${category} or wanted.slug = ${category}) and (below.id = wanted.id or wanted.id = any(below.path)))`;
}
