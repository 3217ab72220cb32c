import { sql, type Kysely } from 'kysely';

import { inTransaction } from '../../../database/in-transaction.js';
import type { Tables } from '../../../database/tables.js';
import { bumpCatalog } from '../../catalog/service.js';

/**
 * Gives products the pictures that 1C lists, as far as they are there, in its order and each once.
 * @returns how many products waited, at most `limit`, and how many of them changed
 */
export async function showPictures(
  db: Kysely<Tables>,
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<{ waited: number; changed: number }> {
  return inTransaction(db, async (db) => {
    // First of all: what is wanted from now on is wanted for the next time.
    const { rows: taken } = await sql<{ id: string }>`
      delete from exchange_pending where kind = 'pictures' and id in (
        select id from exchange_pending where kind = 'pictures' order by id limit ${limit} for update skip locked)
      returning id`.execute(db);
    if (taken.length === 0) return { waited: 0, changed: 0 };
    const { rows: changed } = await sql`
      with listed as (
        select distinct on (l.product_id, p.shown_hash) l.product_id, l.position, l.title, c.stored
        from exchange_product_picture l
        join exchange_picture p on p.key = l.key
        join picture c on c.hash = p.shown_hash and c.status = 'ready'
        where l.product_id = any(${taken.map(({ id }) => id)}::text[])
        order by l.product_id, p.shown_hash, l.position),
      desired as (
        select product.id, coalesce(jsonb_agg(
          listed.stored || case when listed.title is null then '{}'
            else jsonb_build_object('alt', jsonb_build_object('ru', listed.title)) end
          order by listed.position) filter (where listed.stored is not null), '[]') as pictures
        from product left join listed on listed.product_id = product.external_id
        where product.external_id = any(${taken.map(({ id }) => id)}::text[])
        group by product.id)
      update product set pictures = desired.pictures, updated_at = ${now}::timestamptz
      from desired where desired.id = product.id and product.pictures is distinct from desired.pictures
      returning product.id`.execute(db);
    if (changed.length > 0) await bumpCatalog(db);
    return { waited: taken.length, changed: changed.length };
  });
}
