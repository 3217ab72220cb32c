import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import type { Blobs, Log, PictureResizer } from '../../../ports.js';
import { keepPicture } from './keep-picture.js';
import { reportMissingPictures } from './missing-pictures.js';
import { pictureKey } from './picture-key.js';
import { resizeNext } from './resize-pictures.js';
import { showPictures } from './show-pictures.js';

/** A picture that lies beside files of 1C. */
export interface FoundPicture {
  /** From the folder that was given, or longer: its end is what files of 1C call it. */
  readonly path: string;
  readonly read: () => Promise<Uint8Array>;
}

export interface PictureImport {
  readonly run: number;
  readonly now: () => Date;
  readonly log: Log;
  readonly blobs: Blobs;
  readonly resizer: PictureResizer | undefined;
  /** Pictures that there are, at least those that are listed. */
  readonly find: (listed: readonly string[]) => AsyncIterable<FoundPicture>;
  /** Only looks which pictures are new. */
  readonly isDryRun: boolean;
  readonly onProgress?: (done: number) => void;
}

/** What came of pictures. */
export interface ImportedPictures {
  /** New, or another content under a known name. */
  readonly changed: number;
  /** Told in the journal of the run. */
  readonly refused: number;
}

/** Takes the pictures that products list from where they lie, and makes them fit for pages. */
export async function importPictures(
  db: Kysely<Tables>,
  { run, now, log, blobs, resizer, find, isDryRun, onProgress }: PictureImport,
): Promise<ImportedPictures> {
  const listed = await db.selectFrom('exchange_product_picture').select(['path', 'key']).distinct().execute();
  const keys = new Set(listed.map(({ key }) => key));
  const keeping = { db, blobs: isDryRun ? noBlobs : blobs, now: now() };
  let changed = 0;
  for await (const { path, read } of find(listed.map(({ path }) => path))) {
    const key = keyAmong(keys, path);
    if (key !== undefined && (await keepPicture(keeping, { key, run, content: await read() }))) changed += 1;
  }
  if (!isDryRun) {
    for (let done = 1; await resizeNext({ db, blobs, resizer, log, now }); done += 1) onProgress?.(done);
    while ((await showPictures(db, { now: now(), limit: atOnce })).waited === atOnce);
  }
  await reportMissingPictures(db, run);
  return { changed, refused: await countRefused(db, run) };
}

const atOnce = 200;

const noBlobs: Pick<Blobs, 'put'> = { put: () => Promise.resolve() };

/** The longest end of a path that is listed. */
function keyAmong(keys: ReadonlySet<string>, path: string): string | undefined {
  const parts = path.replaceAll('\\', '/').split('/');
  for (let from = 0; from < parts.length; from += 1) {
    const key = pictureKey(parts.slice(from).join('/'));
    if (key !== undefined && keys.has(key)) return key;
  }
  return undefined;
}

async function countRefused(db: Kysely<Tables>, run: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from exchange_problem where run_id = ${run}::bigint and code = 'picture_refused'`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
