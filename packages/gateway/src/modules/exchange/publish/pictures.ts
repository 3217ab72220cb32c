import { sql } from 'kysely';

import { json } from '../../../database/json.js';
import { pictureKey } from '../pictures/picture-key.js';
import type { Publishing } from './publishing.js';
import type { ToldProduct } from './told.js';

/** Pictures of a product that are shown; nobody looks at more. */
const mostPictures = 50;

/** Remembers which pictures 1C lists for products; a product of which it says nothing keeps those that it has. */
export async function writePictures(publishing: Publishing, products: readonly ToldProduct[]): Promise<void> {
  const spoken = products.filter(({ goods }) => goods.pictures !== undefined);
  if (spoken.length === 0) return;
  const { db, report } = publishing;
  const rows = spoken.flatMap(({ id, goods }) =>
    (goods.pictures ?? []).slice(0, mostPictures).flatMap(({ path, title }, position) => {
      const key = pictureKey(path);
      return key === undefined ? [] : [{ product_id: id, position, path, key, title: title?.trim() || null }];
    }),
  );
  const { rows: refused } = await sql<{ id: string; path: string; reason: string }>`
    with desired as (
      select * from json_to_recordset(${json(rows)}::json)
        as r (product_id text, position int, path text, key text, title text)),
    removed as (
      delete from exchange_product_picture l
      where l.product_id = any(${spoken.map(({ id }) => id)}::text[])
        and not exists (select from desired d where d.product_id = l.product_id and d.position = l.position)
      returning l.product_id),
    written as (
      insert into exchange_product_picture as l (product_id, position, path, key, title) select * from desired
      on conflict (product_id, position) do update
        set path = excluded.path, key = excluded.key, title = excluded.title
        where (l.path, l.title) is distinct from (excluded.path, excluded.title)
      returning l.product_id, l.key, l.path),
    pending as (
      insert into exchange_pending (kind, id)
      select 'pictures', product_id from removed union select 'pictures', product_id from written
      on conflict do nothing)
    select w.product_id as id, w.path, c.reason
    from written w join exchange_picture p on p.key = w.key join picture c on c.hash = p.hash
    where c.status = 'refused'`.execute(db);
  const names = new Map(products.map(({ id, goods }) => [id, goods.name]));
  for (const { id, path, reason } of refused)
    report({
      severity: 'warning',
      code: 'picture_refused',
      recordId: id,
      recordName: names.get(id),
      path,
      message: `Not shown: ${reason}`,
    });
}
