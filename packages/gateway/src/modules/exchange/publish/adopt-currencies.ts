import { sql } from 'kysely';

import { unsettleProducts } from './pending.js';
import { isoCurrency } from './price-types.js';
import type { Publishing } from './publishing.js';

/** Products whose prices are enough to know how those of a type are told. */
const sample = 300;

/**
 * Some configurations convert the prices that they export and declare their types as they keep them. A price type all of whose
 * prices are told in another currency than its own is in that one; where only some are, they are judged one by one.
 */
export async function adoptCurrencies({ db, report }: Publishing): Promise<void> {
  const { rows: types } = await sql<{ id: string; name: string; currency: string; told: string }>`
    with offers as (
      select s.prices from exchange_source s
      where s.kind = 'offer' and s.prices is not null
        and s.product_id = any(array(select id from exchange_pending where kind = 'product' order by id limit ${sample}))),
    told as (
      select of_type.key as id, array_agg(distinct coalesce(each->>'currency', '')) as currencies
      from offers, jsonb_each(offers.prices) of_type, jsonb_array_elements(of_type.value) each group by 1)
    select t.external_id as id, t.name, t.currency, told.currencies[1] as told
    from told join price_type t on t.external_id = told.id
    where cardinality(told.currencies) = 1 and told.currencies[1] <> t.currency
      and not exists (
        select from price p join variant v on v.id = p.variant_id join product on product.id = v.product_id
        where p.price_type_id = t.id and not exists (
          select from exchange_pending e where e.kind = 'product' and e.id = product.external_id))`.execute(
    db,
  );
  for (const { id, name, currency, told } of types) {
    if (isoCurrency(told) === undefined) continue;
    await sql`
      with adopted as (update price_type set currency = ${told} where external_id = ${id})
      update price_epoch set epoch = epoch + 1`.execute(db);
    await unsettleProducts(
      db,
      sql`select product_id from exchange_source where kind = 'offer' and prices ? ${id}`,
    );
    report({
      severity: 'info',
      code: 'currency_adopted',
      recordId: id,
      recordName: name,
      message: `Its prices are told in ${told}: it is in ${told} too, though 1C declares ${currency}`,
    });
  }
}
