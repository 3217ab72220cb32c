import type { Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import type { Blobs, Inbox, Log } from '../../../ports.js';
import { keepPicture } from './keep-picture.js';
import { pictureLimits } from './picture-limits.js';

export interface TakingUploads {
  readonly db: Kysely<Tables>;
  readonly blobs: Pick<Blobs, 'put'>;
  readonly inbox: Inbox;
  readonly log: Log;
  readonly now: Date;
}

/** Milliseconds after which no further part of a picture is expected. */
const quiet = 3000;
/** Milliseconds until an upload that could not be read is tried again. */
const pause = 60_000;

/** Keeps pictures of the inbox, at most `limit`. @returns how many there were */
export async function takeUploads(taking: TakingUploads, limit: number): Promise<number> {
  const { db, now, log, inbox } = taking;
  const uploads = await db
    .selectFrom('exchange_picture')
    .select(['key', 'inbox_path as path', 'received_at as receivedAt', 'run_id as run'])
    .where('inbox_path', 'is not', null)
    .where('received_at', '<=', new Date(now.getTime() - quiet))
    .orderBy('received_at')
    .limit(limit)
    .execute();
  for (const { key, path, receivedAt, run } of uploads) {
    if (path === null) continue;
    // A further part may have come meanwhile: then it is taken once more.
    const row = db
      .updateTable('exchange_picture')
      .where('key', '=', key)
      .where('inbox_path', '=', path)
      .where('received_at', '=', receivedAt);
    try {
      await keepPicture(taking, { key, run, content: await contentOf(inbox.read(path)) });
    } catch (error) {
      log.warn({ picture: path, error }, 'picture of 1C not read');
      const session = path.slice(0, path.indexOf('/'));
      const isThere = await db
        .selectFrom('exchange_session')
        .select('id')
        .where('id', '=', session)
        .executeTakeFirst();
      const later = new Date(now.getTime() + pause);
      await row.set(isThere ? { received_at: later } : { inbox_path: null }).execute();
      continue;
    }
    const { numUpdatedRows } = await row.set({ inbox_path: null }).executeTakeFirst();
    if (numUpdatedRows > 0n) await inbox.remove(path);
  }
  return uploads.length;
}

/** The bytes of a picture, and of one that is too large so many that it is seen to be. */
async function contentOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > pictureLimits.bytes) break;
  }
  const content = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    content.set(chunk, at);
    at += chunk.length;
  }
  return content;
}
