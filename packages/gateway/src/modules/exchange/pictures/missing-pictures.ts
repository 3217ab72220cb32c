import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import { writeProblems } from '../journal.js';

/** Tells the journal of a run how many pictures its products list that never came. */
export async function reportMissingPictures(db: Kysely<Tables>, run: number): Promise<void> {
  const { rows } = await sql<{ pictures: number; products: number; path: string | null }>`
    select count(distinct l.key)::int as pictures, count(distinct s.product_id)::int as products, min(l.path) as path
    from exchange_product_picture l
    join exchange_source s on s.kind in ('product', 'offer') and s.id = l.product_id
      and s.file_id >= (select min(id) from exchange_file where run_id = ${run}::bigint)
    where not exists (select from exchange_picture p where p.key = l.key)`.execute(db);
  const { pictures = 0, products = 0, path } = rows[0] ?? {};
  if (pictures === 0) return;
  await writeProblems(db, run, null, [
    {
      severity: 'info',
      code: 'pictures_missing',
      message: `${String(pictures)} pictures of ${String(products)} products were listed and did not come, as "${path ?? ''}"`,
    },
  ]);
}
