import type { GroupRecord } from '@kontor/commerceml';
import { sql } from 'kysely';

import { json } from '../../../database/json.js';
import { newId } from '../../../identifiers.js';
import { bumpCatalog, sortKeyOf } from '../../catalog/service.js';
import { findPending, settle, unsettleProducts } from './pending.js';
import type { Publishing } from './publishing.js';
import { slugFor } from './slug-for.js';

/** Category of products whose group nobody told of. */
export const noGroup = 'kontor:no-group';

/** Makes categories of groups. Nothing is removed: a group without products is not shown. */
export async function publishCategories({ db }: Publishing): Promise<void> {
  const pending = await findPending<GroupRecord>(db, 'group');
  if (pending.length === 0) return;
  const rows = pending.map(({ id, record }) => {
    const liveId = newId('cat');
    const name = record.name ?? id;
    return {
      id: liveId,
      external_id: id,
      name: { ru: name },
      slug: slugFor(name, liveId),
      sort_key: sortKeyOf(name),
    };
  });
  await sql`
    insert into category as c (id, external_id, name, slug, sort_key, path)
    select id, external_id, name, slug, sort_key, array[id]
    from json_to_recordset(${json(rows)}::json) as r (id text, external_id text, name jsonb, slug text, sort_key text)
    on conflict (external_id) do update set name = c.name || excluded.name, sort_key = excluded.sort_key`.execute(
    db,
  );
  // All groups: the parent of a known one may have come only now.
  await sql`
    update category c set parent_id = p.id
    from exchange_source s left join category p on p.external_id = s.record->>'parentId'
    where s.kind = 'group' and c.external_id = s.id and c.parent_id is distinct from p.id
      -- A group below itself would have no end.
      and p.id is distinct from c.id and not coalesce(c.id = any(p.path), false)`.execute(db);
  await writePaths(db);
  await unsettleProducts(
    db,
    sql`select s.id from exchange_source s
      join product on product.external_id = s.id join category on category.id = product.category_id
      where s.kind = 'product' and category.external_id = ${noGroup}
        and s.record->'groupIds' ?| ${pending.map(({ id }) => id)}::text[]`,
  );
  await settle(
    db,
    'group',
    pending.map(({ id }) => id),
  );
  await bumpCatalog(db);
}

/** Agreements may price a category with all below it in their own way: a tree that changes may change prices. */
async function writePaths(db: Publishing['db']): Promise<void> {
  await sql`
    with recursive tree as (
      select id, array[id] as path from category where parent_id is null
      union all
      select c.id, tree.path || c.id from category c join tree on tree.id = c.parent_id
      where not c.id = any(tree.path)),
    moved as (
      update category c set path = tree.path from tree where tree.id = c.id and c.path is distinct from tree.path returning 1)
    update price_epoch set epoch = epoch + 1
    where exists (select from moved) and exists (select from agreement where segments is not null)`.execute(
    db,
  );
}
