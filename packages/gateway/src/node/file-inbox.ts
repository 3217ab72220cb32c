import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { isPicture } from '@kontor/commerceml';

import type { Inbox } from '../ports.js';
import { openArchive } from './exchange-archive.js';

/** Keeps uploads of 1C in a folder. */
export function createFileInbox(folder: string): Inbox {
  const pathOf = (path: string): string => {
    if (!/^[\w-]+(\/[\w.-]+)*$/.test(path) || path.includes('..'))
      throw new RangeError('Not a path of the inbox');
    return join(folder, path);
  };
  return {
    async write(path, offset, bytes) {
      const file = pathOf(path);
      await mkdir(dirname(file), { recursive: true });
      const handle = await open(file, offset === 0 ? 'w' : 'r+');
      try {
        await handle.write(bytes, 0, bytes.length, offset);
        await handle.truncate(offset + bytes.length);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    read: (path) => createReadStream(pathOf(path)),
    async unpack(path) {
      const archive = await openArchive(pathOf(path));
      try {
        const files: { name: string; path: string; bytes: number }[] = [];
        for (const entry of archive.entries) {
          if (!/\.xml$/i.test(entry.name) && !isPicture(entry.name)) continue;
          const unpacked = `${path}.${String(files.length + 1)}`;
          await pipeline(await entry.open(), createWriteStream(pathOf(unpacked), { flush: true }));
          files.push({ name: entry.name, path: unpacked, bytes: entry.bytes });
        }
        return files;
      } finally {
        archive.close();
      }
    },
    remove: (path) => rm(pathOf(path), { recursive: true, force: true }),
  };
}
