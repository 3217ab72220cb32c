import { sql } from 'kysely';

import { unsettleProducts } from './pending.js';
import { isoCurrency } from './price-types.js';
import type { Publishing } from './publishing.js';

/**
 * Some configurations convert the prices that they export and declare their types as they keep them. A price type all of whose
 * prices are told in one currency is in that one; where they are in several it is in the one that 1C declares, and the others are
 * left out. It is judged by everything that was told of it, once in a publication, so that the order of files makes no difference.
 * @returns whether it is in another currency now; its products wait to be published again
 */
export async function judgeCurrency(
  { db, report, judgedCurrencies }: Publishing,
  { id, currency }: { readonly id: string; readonly currency: string },
): Promise<boolean> {
  if (judgedCurrencies.has(id)) return false;
  const { rows } = await sql<{ told: string[]; declared: string | null }>`
    select (
      select array_agg(distinct coalesce(each->>'currency', ''))
      from exchange_source s, jsonb_array_elements(s.prices->${id}::text) each
      where s.kind in ('offer', 'product') and s.prices ? ${id}) as told,
      (select record->>'currency' from exchange_source where kind = 'priceType' and id = ${id}) as declared`.execute(
    db,
  );
  const [{ told, declared } = { told: [], declared: null }] = rows;
  const [only, ...others] = told;
  const wanted =
    (others.length === 0 ? isoCurrency(only) : undefined) ?? isoCurrency(declared ?? undefined) ?? currency;
  const isSwitched = wanted !== currency;
  judgedCurrencies.set(id, isSwitched);
  if (!isSwitched) return false;
  await sql`
    with switched as (update price_type set currency = ${wanted} where external_id = ${id})
    update price_epoch set epoch = epoch + 1`.execute(db);
  await unsettleProducts(
    db,
    sql`select product_id from exchange_source where kind in ('offer', 'product') and prices ? ${id}`,
  );
  report({
    severity: 'info',
    code: 'currency_adopted',
    recordId: id,
    message: `It is in ${wanted}, as ${others.length === 0 ? 'all of its prices are' : '1C declares'}, and no more in ${currency}`,
  });
  return true;
}
