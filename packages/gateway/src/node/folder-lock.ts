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
 * Takes the lock of a folder. The lock of a process that died is taken over, also when another one has its number by now: in a
 * container that is started again it mostly has.
 * @throws FolderInUseError
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = join(folder, 'kontor.lock');
  const own = [String(process.pid), await birthOf(process.pid)].join(' ').trimEnd();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(own);
      await file.close();
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const [number = '', birth = ''] = (await readFile(path, 'utf8').catch(() => '')).split(' ');
    const pid = Number(number);
    if (pid !== process.pid && isAlive(pid) && (birth === '' || birth === (await birthOf(pid))))
      throw new FolderInUseError(folder, pid);
    await rm(path, { force: true });
  }
  throw new FolderInUseError(folder, 0);
}

/** What tells a process from earlier and later ones of its number; empty where the system does not say. */
async function birthOf(pid: number): Promise<string> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
    // The name of the program stands in parentheses and may hold spaces; the start is the 22nd field.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? '' : `${boot.trim()}/${ticks}`;
  } catch {
    return '';
  }
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
