import { sql, type Kysely } from 'kysely';

/**
 * What 1C told is read in another way: properties that hold prices are shown to nobody, 0 is no price. Products are published anew
 * with the next exchange, whether that speaks of them or not.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `insert into exchange_pending (kind, id) select 'property', id from exchange_source where kind = 'property' on conflict do nothing`,
  `insert into exchange_pending (kind, id)
     select distinct 'product', product_id from exchange_source where product_id is not null on conflict do nothing`,
] as const;
