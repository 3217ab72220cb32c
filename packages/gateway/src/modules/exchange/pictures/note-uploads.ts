import { sql, type Kysely } from 'kysely';

import { json } from '../../../database/json.js';
import type { Tables } from '../../../database/tables.js';
import { pictureKey } from './picture-key.js';

/** A picture in the inbox. */
export interface UploadedPicture {
  /** As 1C calls it. */
  readonly name: string;
  readonly path: string;
}

/** Remembers pictures of the inbox; they are looked into when nothing more of them comes. */
export async function noteUploads(
  db: Kysely<Tables>,
  uploads: readonly UploadedPicture[],
  { run, now }: { readonly run: number; readonly now: Date },
): Promise<void> {
  const rows = new Map<string, string>();
  for (const { name, path } of uploads) {
    const key = pictureKey(name);
    if (key !== undefined) rows.set(key, path);
  }
  if (rows.size === 0) return;
  await sql`
    insert into exchange_picture (key, inbox_path, received_at, run_id)
    select r.key, r.path, ${now}::timestamptz, ${run}::bigint
    from json_to_recordset(${json([...rows].map(([key, path]) => ({ key, path })))}::json) as r (key text, path text)
    on conflict (key) do update
      set inbox_path = excluded.inbox_path, received_at = excluded.received_at, run_id = excluded.run_id`.execute(
    db,
  );
}
