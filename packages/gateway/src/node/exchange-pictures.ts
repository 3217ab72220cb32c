import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { isPicture, normaliseFileName } from '@kontor/commerceml';

import { pictureLimits } from '../modules/exchange/pictures/picture-limits.js';
import type { FoundPicture } from '../modules/exchange/pictures/import-pictures.js';
import { openArchive } from './exchange-archive.js';

/** The pictures of folders and zip archives, and those that lie beside XML files under the paths that these list. */
export async function* exchangePicturesOf(
  paths: readonly string[],
  listed: readonly string[],
): AsyncGenerator<FoundPicture> {
  for (const path of paths) {
    if (/\.xml$/i.test(path)) yield* besideFile(path, listed);
    else yield* picturesIn(path);
  }
}

async function* picturesIn(path: string): AsyncGenerator<FoundPicture> {
  if ((await stat(path)).isDirectory()) {
    for (const name of (await readdir(path)).sort()) yield* picturesIn(join(path, name));
  } else if (/\.zip$/i.test(path)) yield* picturesOfArchive(path);
  else if (isPicture(path)) yield pictureAt(path);
}

async function* picturesOfArchive(path: string): AsyncGenerator<FoundPicture> {
  const archive = await openArchive(path);
  try {
    for (const { name, open } of archive.entries)
      if (isPicture(name)) yield { path: name, read: async () => beginningOf(await open()) };
  } finally {
    archive.close();
  }
}

async function* besideFile(file: string, listed: readonly string[]): AsyncGenerator<FoundPicture> {
  for (const each of listed) {
    const name = normaliseFileName(each);
    if (name === undefined || !isPicture(name)) continue;
    const path = join(dirname(file), name);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile() === true) yield pictureAt(path);
  }
}

const pictureAt = (path: string): FoundPicture => ({ path, read: () => beginningOf(createReadStream(path)) });

/** Everything, and of a file that is too large so much that it is seen to be. */
async function beginningOf(stream: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > pictureLimits.bytes) break;
  }
  return new Uint8Array(Buffer.concat(chunks));
}
