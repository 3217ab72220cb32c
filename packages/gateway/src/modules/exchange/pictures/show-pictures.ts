import { sql, type Kysely } from 'kysely';

import { inTransaction } from '../../../database/in-transaction.js';
import type { Tables } from '../../../database/tables.js';
import { bumpCatalog } from '../../catalog/service.js';

/**
 * Gives products the pictures that 1C lists, as far as they are there, in its order and each once; variants have the first one of
 * theirs.
 * @returns how many products and variants waited, at most `limit`, and how many of them changed
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
    const ofVariants = await showFirst(
      db,
      taken.map(({ id }) => id),
      now,
    );
    const sum = changed.length + ofVariants;
    if (sum > 0) await bumpCatalog(db);
    return { waited: taken.length, changed: sum };
  });
}

/** A product that is its own only variant has its pictures itself. @returns how many variants changed */
async function showFirst(db: Kysely<Tables>, ids: readonly string[], now: Date): Promise<number> {
  const { rows } = await sql`
    with first as (
      select distinct on (l.product_id) l.product_id as id,
        c.stored || case when l.title is null then '{}'
          else jsonb_build_object('alt', jsonb_build_object('ru', l.title)) end as picture
      from exchange_product_picture l
      join exchange_picture p on p.key = l.key
      join picture c on c.hash = p.shown_hash and c.status = 'ready'
      where l.product_id = any(${[...ids]}::text[])
      order by l.product_id, l.position),
    desired as (
      select v.id, first.picture
      from variant v join product on product.id = v.product_id left join first on first.id = v.external_id
      where v.external_id = any(${[...ids]}::text[]) and v.external_id is distinct from product.external_id)
    update variant set picture = desired.picture, updated_at = ${now}::timestamptz
    from desired where desired.id = variant.id and variant.picture is distinct from desired.picture
    returning variant.id`.execute(db);
  return rows.length;
}
