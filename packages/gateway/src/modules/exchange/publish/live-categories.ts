import type { Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import { newId } from '../../../identifiers.js';
import { noGroup } from './categories.js';
import type { Publishing } from './publishing.js';
import { slugFor } from './slug-for.js';

/** Categories of the shop by the id of their group. */
export async function liveCategories(db: Kysely<Tables>): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('category')
    .select(['id', 'external_id as externalId'])
    .where('external_id', 'is not', null)
    .execute();
  return new Map(rows.map(({ id, externalId }) => [externalId ?? '', id]));
}

/** The category of products without a group; made with the first of them. */
export async function ensureNoGroup(
  { db }: Pick<Publishing, 'db'>,
  categories: ReadonlyMap<string, string>,
): Promise<string> {
  const known = categories.get(noGroup);
  if (known !== undefined) return known;
  const id = newId('cat');
  const name = { ru: 'Другие товары', uk: 'Інші товари', en: 'Other goods', de: 'Weitere Artikel' };
  await db
    .insertInto('category')
    .values({
      id,
      external_id: noGroup,
      parent_id: null,
      name: JSON.stringify(name),
      slug: slugFor(name.en, id),
      position: 1_000_000,
      path: [id],
    })
    .execute();
  return id;
}
