import type { Picture } from '@kontor/commerceml';
import { sql } from 'kysely';

import { json } from '../../../database/json.js';
import { pictureKey } from '../pictures/picture-key.js';
import type { Publishing } from './publishing.js';
import type { ToldProduct } from './told.js';

/** Pictures of a product that are shown; nobody looks at more. */
const mostPictures = 50;

/** Pictures that 1C lists for a product or a variant. */
interface ListedPictures {
  /** Of 1C, `product` or `product#characteristic`. */
  readonly id: string;
  readonly name: string | undefined;
  readonly pictures: readonly Picture[];
}

/**
 * Remembers which pictures 1C lists for products and their variants; what it says nothing of keeps those that it has. An address
 * is no picture of the exchange: it is told in the journal and never fetched.
 */
export async function writePictures(publishing: Publishing, products: readonly ToldProduct[]): Promise<void> {
  for (const product of products) reportAddresses(publishing, product);
  const spoken = products.flatMap(listedOf);
  if (spoken.length === 0) return;
  const { db, report } = publishing;
  const rows = spoken.flatMap(({ id, pictures }) =>
    pictures.slice(0, mostPictures).flatMap(({ path, title }, position) => {
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
  const names = new Map(spoken.map(({ id, name }) => [id, name]));
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

/**
 * What is told of a product and of each of its variants. A product without pictures of its own has the first ones of its variants:
 * lists and cards have something to show.
 */
function listedOf({ id, goods, offers }: ToldProduct): ListedPictures[] {
  const told = [{ id, goods }, ...offers].flatMap(({ id, goods: { name = goods.name, pictures } }) => {
    const files = pictures?.filter(({ path }) => !address.test(path));
    // Where there are addresses only, nothing is said of files.
    const saysNothing = files === undefined || files.length < Math.min(1, pictures?.length ?? 0);
    return saysNothing ? [] : [{ id, name, pictures: files }];
  });
  if (told.length === 0) return [];
  const own = told.filter((each) => each.id === id);
  const ofVariants = told.filter((each) => each.id !== id);
  const pictures =
    own.find((each) => each.pictures.length > 0)?.pictures ??
    ofVariants.flatMap((variant) => variant.pictures.slice(0, 1));
  return [{ id, name: goods.name, pictures }, ...ofVariants];
}

const address = /^[a-z][a-z\d+.-]+:\/\//i;

/** One problem for a product or variant: others of it are of the same kind. */
function reportAddresses({ report }: Publishing, { id, goods, offers }: ToldProduct): void {
  for (const each of [{ id, goods }, ...offers]) {
    const found = each.goods.pictures?.find(({ path }) => address.test(path));
    if (found)
      report({
        severity: 'warning',
        code: 'picture_not_fetched',
        recordId: each.id,
        recordName: each.goods.name ?? goods.name,
        path: found.path,
        message:
          'Not shown: 1C lists the address of a picture. Addresses are never fetched: let 1C send the picture as a file',
      });
  }
}
