import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { ExchangeFile } from '../modules/exchange/read-file.js';
import { openArchive } from './exchange-archive.js';

/** The XML files of files, folders and zip archives, one at a time; an archive in a folder counts as a folder. */
export async function* exchangeFilesOf(paths: readonly string[]): AsyncGenerator<ExchangeFile> {
  for (const path of paths) {
    if ((await stat(path)).isDirectory()) {
      const names = (await readdir(path)).sort();
      yield* exchangeFilesOf(names.map((name) => join(path, name)));
    } else if (/\.zip$/i.test(path)) yield* filesOfArchive(path);
    else if (/\.xml$/i.test(path)) yield { name: path, open: () => createReadStream(path) };
  }
}

async function* filesOfArchive(path: string): AsyncGenerator<ExchangeFile> {
  const archive = await openArchive(path);
  try {
    for (const { name, open } of archive.entries)
      if (/\.xml$/i.test(name)) yield { name: `${path}/${name}`, open };
  } finally {
    archive.close();
  }
}
