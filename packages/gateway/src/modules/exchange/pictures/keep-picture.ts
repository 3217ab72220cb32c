import { sql, type Kysely } from 'kysely';

import { inTransaction } from '../../../database/in-transaction.js';
import type { Tables } from '../../../database/tables.js';
import { hex } from '../../../identifiers.js';
import type { Blobs } from '../../../ports.js';
import { judgePicture } from './picture-limits.js';
import { reportRefused } from './report-refused.js';

/** Where pictures are kept. */
export interface Keeping {
  readonly db: Kysely<Tables>;
  readonly blobs: Pick<Blobs, 'put'>;
  readonly now: Date;
}

/** A picture that has come. */
export interface ArrivedPicture {
  /** See `pictureKey`. */
  readonly key: string;
  /** Of one that is too large its beginning is enough. */
  readonly content: Uint8Array;
  /** The run whose journal tells of it when it can't be shown. */
  readonly run: number | null;
}

/** Name of the blob with the bytes that 1C sent; it is not served. */
export const originalOf = (hash: string): string => `originals/${hash}`;

/**
 * Keeps a picture under its content and remembers that its name means this content from now on. The same picture again changes
 * nothing; what can't be shown is told in the journal, and the product keeps the picture that it had.
 * @returns whether the name means another content than before
 */
export async function keepPicture(
  { db, blobs, now }: Keeping,
  { key, content, run }: ArrivedPicture,
): Promise<boolean> {
  const digest = await crypto.subtle.digest('SHA-256', content as Uint8Array<ArrayBuffer>);
  const hash = hex(new Uint8Array(digest)).slice(0, 40);
  const former = await db
    .selectFrom('exchange_picture')
    .select('hash')
    .where('key', '=', key)
    .executeTakeFirst();
  if (former?.hash === hash) return false;
  const judged = judgePicture(content);
  const isRefused = 'reason' in judged;
  const known = await db.selectFrom('picture').select('hash').where('hash', '=', hash).executeTakeFirst();
  if (!known && !isRefused) await blobs.put(originalOf(hash), content);
  await inTransaction(db, async (db) => {
    await db
      .insertInto('picture')
      .values({
        hash,
        status: isRefused ? 'refused' : 'waiting',
        format: isRefused ? null : judged.header.format,
        reason: isRefused ? judged.reason : null,
        bytes: content.length,
        stored: null,
        locked_until: null,
        created_at: now,
      })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
    // What is being resized settles with all of its names: only what is settled already has to be taken over here.
    const { status } = await db
      .selectFrom('picture')
      .select('status')
      .where('hash', '=', hash)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const shown = status === 'ready' ? hash : null;
    await sql`
      insert into exchange_picture as p (key, hash, shown_hash, received_at, run_id)
      values (${key}, ${hash}, ${shown}, ${now}::timestamptz, ${run}::bigint)
      on conflict (key) do update set hash = excluded.hash, run_id = excluded.run_id,
        shown_hash = coalesce(excluded.shown_hash, p.shown_hash)`.execute(db);
    if (status === 'ready') await wantShown(db, { key });
    if (status === 'refused') await reportRefused(db, hash, key);
  });
  return true;
}

/** Remembers that products with a picture have to show it. */
export async function wantShown(
  db: Kysely<Tables>,
  picture: { readonly key: string } | { readonly hash: string },
): Promise<void> {
  await sql`
    insert into exchange_pending (kind, id)
    select distinct 'pictures', l.product_id from exchange_product_picture l join exchange_picture p on p.key = l.key
    where ${'key' in picture ? sql`p.key = ${picture.key}` : sql`p.hash = ${picture.hash}`}
    on conflict do nothing`.execute(db);
}
