import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { FolderInUseError, lockFolder } from './folder-lock.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('lockFolder', () => {
  it('refuses a folder that a living process has', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await writeFile(join(folder, 'kontor.lock'), String(other.pid));
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderInUseError);
    other.kill('SIGKILL');
  });

  it('takes over the lock of a process that died', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => dead.once('exit', resolve));
    await writeFile(join(folder, 'kontor.lock'), String(dead.pid));
    const lock = await lockFolder(folder);
    await lock.release();
  });

  it.runIf(process.platform === 'linux')('takes over a lock whose number another process has', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await writeFile(join(folder, 'kontor.lock'), `${String(other.pid)} of-another-boot/1`);
    await expect(lockFolder(folder)).resolves.toBeDefined();
    other.kill('SIGKILL');
  });

  it.runIf(process.platform === 'linux')('writes what tells its process from later ones', async () => {
    await lockFolder(folder);
    expect(await readFile(join(folder, 'kontor.lock'), 'utf8')).toMatch(
      new RegExp(`^${String(process.pid)} [0-9a-f-]{36}/\\d+$`),
    );
  });

  it.each(['', 'nonsense', '-1', '0'])('takes over a lock that says %j', async (content) => {
    await writeFile(join(folder, 'kontor.lock'), content);
    await expect(lockFolder(folder)).resolves.toBeDefined();
  });

  it('gives the folder free when released', async () => {
    await (await lockFolder(folder)).release();
    await expect(lockFolder(folder)).resolves.toBeDefined();
  });
});
