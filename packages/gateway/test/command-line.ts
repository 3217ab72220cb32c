import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { Database } from '../src/database/database.js';
import { openEmbedded } from '../src/database/embedded.js';
import { bundle, fillFolder } from './gateway-process.js';
import { createTestDatabase, engine } from './test-database.js';

/** What a command did. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
  /** What it wrote, as bytes. */
  readonly bytes: Buffer;
}

/** The command line `kontor` on a folder of its own, as a person runs it. */
export interface CommandLine {
  /** Folder for files of the test. */
  readonly folder: string;
  run(...args: readonly string[]): Promise<Ran>;
  /** Writes a file into the folder and answers its path. */
  write(name: string, content: Uint8Array | string): Promise<string>;
  /** Looks into the database between two commands. */
  look<Result>(read: (database: Database) => Promise<Result>): Promise<Result>;
  remove(): Promise<void>;
}

/** On a copy of the template, on the engine of this run. */
export async function createCommandLine(
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandLine> {
  const cache = join(import.meta.dirname, '../node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const code = await mkdtemp(join(cache, 'command-'));
  const folder = await mkdtemp(join(tmpdir(), 'kontor-command-'));
  const data = join(folder, 'data');
  const cli = await bundle(code);
  const server = engine === 'postgres' ? await createTestDatabase() : undefined;
  await mkdir(data);
  if (!server) await fillFolder(join(data, 'database'), () => Promise.resolve());
  return {
    folder,
    run: (...args) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [cli, ...args, '--folder', data], {
          env: {
            ...process.env,
            ...environment,
            ...(server?.url == null ? {} : { DATABASE_URL: server.url }),
          },
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        const [out, errors]: [Buffer[], Buffer[]] = [[], []];
        child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
        child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
        child.once('error', reject);
        child.once('close', (status) => {
          const bytes = Buffer.concat(out);
          resolve({ status, bytes, out: bytes.toString(), errors: Buffer.concat(errors).toString() });
        });
      }),
    async write(name, content) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
      return path;
    },
    async look(read) {
      if (server) return read(server.database);
      const database = await openEmbedded({ folder: join(data, 'database') });
      try {
        return await read(database);
      } finally {
        await database.close();
      }
    },
    async remove() {
      await server?.remove();
      await rm(folder, { recursive: true, force: true });
      await rm(code, { recursive: true, force: true });
    },
  };
}
