import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';

/** A variant that a name stands for. */
export interface NamedVariant {
  readonly id: number;
  readonly sku: string;
}

/** What names that people typed stand for: all variants that a name may mean; none where nothing is called so. */
export type NamedVariants = (name: string) => readonly NamedVariant[];

/**
 * Finds variants by what a table calls them: SKU, id in 1C, or the id of a product in 1C. A name that is none of these may be a
 * SKU in another spelling (case, blanks, hyphens, letters that look alike).
 */
export async function findNamedVariants(
  db: Kysely<Tables>,
  names: readonly string[],
): Promise<NamedVariants> {
  const wanted = sql`${[...new Set(names)]}::text[]`;
  const { rows } = await sql<NamedVariant & { name: string; isExact: boolean }>`
    select distinct name, id, sku, "isExact" from (
      select sku as name, id, sku, true as "isExact" from variant where sku = any(${wanted})
      union all
      select external_id, id, sku, true from variant where external_id = any(${wanted})
      union all
      select p.external_id, v.id, v.sku, true from product p join variant v on v.product_id = p.id
        where p.external_id = any(${wanted}) and v.status = 'active'
      union all
      select w.name, v.id, v.sku, false from unnest(${wanted}) as w (name)
        join variant v on v.code_key = kontor_code_key(w.name) where v.code_key <> '') as found
    order by name, id`.execute(db);
  const exact = new Map<string, NamedVariant[]>();
  const alike = new Map<string, NamedVariant[]>();
  for (const { name, isExact, id, sku } of rows) {
    const found = isExact ? exact : alike;
    found.set(name, [...(found.get(name) ?? []), { id, sku }]);
  }
  return (name) => exact.get(name) ?? alike.get(name) ?? [];
}
