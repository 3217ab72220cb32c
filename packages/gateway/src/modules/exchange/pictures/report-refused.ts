import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';

/** Tells the journal which products and variants have a picture that can't be shown, and why; of one name of it where that is given. */
export async function reportRefused(db: Kysely<Tables>, hash: string, key?: string): Promise<void> {
  await sql`
    insert into exchange_problem (run_id, severity, code, message, record_id, record_name, path)
    select p.run_id, 'warning', 'picture_refused', 'Not shown: ' || c.reason, l.product_id, s.name, l.path
    from exchange_picture p
    join picture c on c.hash = p.hash
    join exchange_product_picture l on l.key = p.key
    left join lateral (
      select record->>'name' as name from exchange_source
      where kind in ('product', 'offer') and id = l.product_id and record ? 'name' order by kind desc limit 1) s on true
    where p.hash = ${hash} and p.key = coalesce(${key ?? null}, p.key) and p.run_id is not null
    limit 1000`.execute(db);
}
