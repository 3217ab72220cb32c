import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Keeps a second process out of a database folder; the embedded database has no guard of its own. */
export interface FolderLock {
  release(): Promise<void>;
}

/** The folder is in use by a process that is alive. */
export class FolderInUseError extends Error {
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(
      `The folder ${folder} is in use by process ${String(pid)}. Stop it first, or start with another --folder.`,
    );
    this.name = 'FolderInUseError';
    this.pid = pid;
  }
}

/**
 * Takes the lock of a folder. The lock of a process that died is taken over.
 * @throws FolderInUseError
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, 'kontor.lock');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const pid = Number(await readFile(path, 'utf8').catch(() => ''));
    if (pid !== process.pid && isAlive(pid)) throw new FolderInUseError(folder, pid);
    await rm(path, { force: true });
  }
  throw new FolderInUseError(folder, 0);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is alive and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
