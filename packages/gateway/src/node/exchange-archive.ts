import type { Readable } from 'node:stream';

import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** A file inside of an archive. */
export interface ArchiveEntry {
  /** Path with `/`, without a drive or a way up. */
  readonly name: string;
  /** Unpacked. */
  readonly bytes: number;
  readonly open: () => Promise<Readable>;
}

/** What an archive may be; more is refused before anything is unpacked. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Unpacked, of all entries together. */
  readonly bytes: number;
  /** Unpacked by packed, of all entries together. */
  readonly ratio: number;
}

export const archiveLimits: ArchiveLimits = { entries: 200_000, bytes: 20 * 2 ** 30, ratio: 200 };

/** Why an archive was refused. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  close(): void;
}

/**
 * Opens a zip archive and lists its files; folders and links are left out. Names may be in the code page of DOS, as old
 * packers write them without saying so.
 * @throws ArchiveError when it is no whole archive, or too much of one
 */
export async function openArchive(path: string, limits: ArchiveLimits = archiveLimits): Promise<Archive> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    // Names are read here, and sizes are checked while an entry is unpacked.
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
    yauzl.open(path, options, (error, opened) => {
      if (error) reject(new ArchiveError(`No whole zip archive: ${error.message}`));
      else resolve(opened);
    });
  });
  try {
    return { entries: await entriesOf(zip, limits), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function entriesOf(zip: ZipFile, limits: ArchiveLimits): Promise<ArchiveEntry[]> {
  const entries: ArchiveEntry[] = [];
  const sums = { entries: 0, bytes: 0, packed: 0 };
  return new Promise((resolve, reject) => {
    zip.on('error', (error: Error) => reject(new ArchiveError(error.message)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      sums.entries += 1;
      sums.bytes += entry.uncompressedSize;
      sums.packed += entry.compressedSize;
      if (sums.entries > limits.entries) {
        reject(new ArchiveError('Too many files in one archive'));
        return;
      }
      if (sums.bytes > limits.bytes || sums.bytes > 2 ** 20 + sums.packed * limits.ratio) {
        reject(new ArchiveError('The archive unpacks to too much'));
        return;
      }
      const name = pathOf(nameOf(entry));
      if (name !== undefined && !isLink(entry))
        entries.push({ name, bytes: entry.uncompressedSize, open: () => openEntry(zip, entry) });
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(new ArchiveError(error.message));
      else resolve(stream);
    });
  });
}

/** Bit 11 says UTF-8; without it a name is UTF-8 where it can be, and otherwise of the code page of DOS. */
function nameOf({ fileName, generalPurposeBitFlag }: Entry): string {
  const bytes = fileName as unknown as Uint8Array;
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  if ((generalPurposeBitFlag & 0x800) !== 0) return new TextDecoder().decode(bytes);
  try {
    return utf8.decode(bytes);
  } catch {
    return new TextDecoder('ibm866').decode(bytes);
  }
}

/** A path that stays inside; undefined for folders. */
export function pathOf(name: string): string | undefined {
  const path = name
    .replaceAll('\\', '/')
    .replace(/^[a-z]:/i, '')
    .replace(/^\/+/, '');
  if (path === '' || path.endsWith('/')) return undefined;
  // eslint-disable-next-line no-control-regex -- a name with control characters is somebody's attempt
  return path.split('/').includes('..') || /[\u0000-\u001f]/.test(path) ? undefined : path;
}

const linkMode = 0o120000;

function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === linkMode;
}
