import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build, type Plugin } from 'esbuild';
import { inject } from 'vitest';

import type { Database } from '../src/database/database.js';
import { openEmbedded } from '../src/database/embedded.js';
import { createTestDatabase, engine } from './test-database.js';

/** A gateway in a process of its own, which may be killed. */
export interface GatewayProcess {
  /** Address while it runs. */
  url(): string;
  /** Kills it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Sends it signals, one right after the other; answers its exit code. */
  interrupt(...signals: readonly NodeJS.Signals[]): Promise<number | null>;
  /** Starts it again on the same data. */
  start(): Promise<void>;
  /** Kills it and removes its data. */
  remove(): Promise<void>;
}

/** Builds the command line from its sources, so that no test runs on an old build. */
export async function bundle(folder: string): Promise<string> {
  const outfile = join(folder, 'cli.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, '../src/node/cli.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['kontor:source'],
    plugins: [onlyOwnPackages],
    logLevel: 'error',
  });
  return outfile;
}

/** Bundles our packages; the rest is found where it is installed. */
const onlyOwnPackages: Plugin = {
  name: 'only-own-packages',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path }) =>
      path.startsWith('@kontor/') ? undefined : { path, external: true },
    );
  },
};

/**
 * Starts a gateway process on a copy of the template, on the engine of this run.
 * @param prepare changes the data before the gateway sees it
 * @param environment more variables of it
 */
export async function startGatewayProcess(
  prepare: (database: Database) => Promise<unknown> = () => Promise.resolve(),
  environment: Readonly<Record<string, string>> = {},
): Promise<GatewayProcess> {
  // Inside of the package, so that installed packages are found.
  const cache = join(import.meta.dirname, '../node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const code = await mkdtemp(join(cache, 'gateway-'));
  const folder = await mkdtemp(join(tmpdir(), 'kontor-process-'));
  const cli = await bundle(code);
  const database = engine === 'postgres' ? await createTestDatabase() : undefined;
  if (database) await prepare(database.database);
  else await fillFolder(join(folder, 'database'), prepare);
  let child: ChildProcess | undefined;
  let address = '';

  const start = async (): Promise<void> => {
    const log = join(folder, `out-${crypto.randomUUID()}`);
    await writeFile(log, '');
    child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--folder', folder], {
      env: {
        ...process.env,
        KONTOR_LOG_LEVEL: 'error',
        KONTOR_REQUESTS_PER_MINUTE: '1000000',
        ...environment,
        ...(database?.url == null ? {} : { DATABASE_URL: database.url }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    address = await new Promise((resolve, reject) => {
      let said = '';
      const read = (chunk: Buffer): void => {
        said += chunk.toString();
        const url = /listens on (\S+)/.exec(said)?.[1];
        if (url !== undefined) resolve(url);
      };
      child?.stdout?.on('data', read);
      child?.stderr?.on('data', read);
      child?.once('exit', (status) => {
        reject(new Error(`The gateway ended with ${String(status)}: ${said}`));
      });
    });
  };
  const kill = async (): Promise<void> => {
    const dying = child;
    if (dying?.exitCode !== null || dying.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      dying.once('exit', () => {
        resolve();
      });
      dying.kill('SIGKILL');
    });
  };
  const interrupt = (...signals: readonly NodeJS.Signals[]): Promise<number | null> =>
    new Promise((resolve) => {
      child?.once('exit', resolve);
      for (const signal of signals) child?.kill(signal);
    });
  await start();
  return {
    url: () => address,
    kill,
    interrupt,
    start,
    async remove() {
      await kill();
      await database?.remove();
      await rm(folder, { recursive: true, force: true });
      await rm(code, { recursive: true, force: true });
    },
  };
}

/** A folder of the embedded database with the demo supplier. */
export async function fillFolder(
  folder: string,
  prepare: (database: Database) => Promise<unknown>,
): Promise<void> {
  const database = await openEmbedded({
    folder,
    from: new Blob([new Uint8Array(await readFile(inject('embeddedTemplate')))]),
  });
  await prepare(database);
  await database.close();
}
