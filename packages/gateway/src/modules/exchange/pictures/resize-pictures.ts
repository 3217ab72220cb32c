import { sql, type Kysely } from 'kysely';

import { inTransaction } from '../../../database/in-transaction.js';
import { json } from '../../../database/json.js';
import type { StoredPicture, Tables } from '../../../database/tables.js';
import type { Blobs, Log, PictureResizer } from '../../../ports.js';
import { originalOf, wantShown } from './keep-picture.js';
import { readPictureHeader } from './picture-header.js';
import { reportRefused } from './report-refused.js';

export interface Resizing {
  readonly db: Kysely<Tables>;
  readonly blobs: Blobs;
  /** Without it pictures are shown as they came. */
  readonly resizer: PictureResizer | undefined;
  readonly log: Log;
  readonly now: () => Date;
}

/** Widths that pages show pictures in: a row, a card, the whole product. Pixels. */
export const pictureWidths = [160, 480, 1200] as const;

/** Milliseconds after which a picture that somebody began is free again. */
const lease = 120_000;
/** A picture that ended the process each time is not tried again. */
const mostAttempts = 3;

/** Makes the next picture that a product has fit for pages. @returns false when none waits */
export async function resizeNext(resizing: Resizing): Promise<boolean> {
  const { db, blobs, log, now } = resizing;
  const claimed = await claim(db, now());
  if (!claimed) return false;
  const { hash, attempts } = claimed;
  if (attempts > mostAttempts) {
    await refuse(db, hash, 'it could not be read in several attempts');
    return true;
  }
  const original = await blobs.get(originalOf(hash));
  if (!original) {
    log.error({ picture: hash }, 'file of a picture lost');
    await forget(db, hash);
    return true;
  }
  let stored: StoredPicture;
  try {
    stored = await fitForPages(resizing, hash, original);
  } catch (error) {
    if (!(error instanceof BrokenPicture)) throw error;
    await refuse(db, hash, error.message);
    return true;
  }
  await inTransaction(db, async (db) => {
    await db
      .updateTable('picture')
      .set({ status: 'ready', stored: json(stored), locked_until: null })
      .where('hash', '=', hash)
      .execute();
    await db.updateTable('exchange_picture').set({ shown_hash: hash }).where('hash', '=', hash).execute();
    await wantShown(db, { hash });
  });
  return true;
}

/** Why a picture can't be shown. */
class BrokenPicture extends Error {
  override readonly name = 'BrokenPicture';
}

async function fitForPages(
  { blobs, resizer, log }: Resizing,
  hash: string,
  original: Uint8Array,
): Promise<StoredPicture> {
  const resized = await resizer?.resize(original, pictureWidths).catch((error: unknown) => {
    log.warn({ picture: hash, error }, 'picture of 1C not resized');
    throw new BrokenPicture(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  });
  const largest = resized?.at(-1);
  if (!resized || !largest) {
    const header = readPictureHeader(original);
    if (!header) throw new BrokenPicture('no picture');
    const url = `${hash}.${header.format === 'jpeg' ? 'jpg' : header.format}`;
    await blobs.put(`pictures/${url}`, original);
    return { url, width: header.width, height: header.height };
  }
  const nameOf = (width: number): string => `${hash}-${String(width)}.webp`;
  for (const { width, content } of resized) await blobs.put(`pictures/${nameOf(width)}`, content);
  const { width, height } = largest;
  const sources = resized.map((each) => ({ url: nameOf(each.width), width: each.width }));
  return { url: nameOf(width), width, height, sources };
}

/** Only pictures that a product has: the others may never be asked for. */
async function claim(db: Kysely<Tables>, now: Date): Promise<{ hash: string; attempts: number } | undefined> {
  const { rows } = await sql<{ hash: string; attempts: number }>`
    update picture set attempts = attempts + 1, locked_until = ${new Date(now.getTime() + lease)}::timestamptz
    where hash = (
      select c.hash from picture c
      where c.status = 'waiting' and (c.locked_until is null or c.locked_until <= ${now}::timestamptz) and exists (
        select from exchange_picture p join exchange_product_picture l on l.key = p.key where p.hash = c.hash)
      order by c.created_at, c.hash limit 1 for update skip locked)
    returning hash, attempts`.execute(db);
  return rows[0];
}

async function refuse(db: Kysely<Tables>, hash: string, reason: string): Promise<void> {
  await inTransaction(db, async (db) => {
    await db
      .updateTable('picture')
      .set({ status: 'refused', reason: reason.slice(0, 400), locked_until: null })
      .where('hash', '=', hash)
      .execute();
    await reportRefused(db, hash);
  });
}

/** As if it had never come: the next time it does. */
async function forget(db: Kysely<Tables>, hash: string): Promise<void> {
  await inTransaction(db, async (db) => {
    await db.updateTable('exchange_picture').set({ hash: null }).where('hash', '=', hash).execute();
    await db.deleteFrom('picture').where('hash', '=', hash).execute();
  });
}

/** Gives free what a gateway that died had begun. */
export async function releasePictures(db: Kysely<Tables>): Promise<void> {
  await db.updateTable('picture').set({ locked_until: null }).where('status', '=', 'waiting').execute();
}
