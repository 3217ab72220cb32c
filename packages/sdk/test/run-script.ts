import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createClientAddresses, listen, type Listening } from '@kontor/gateway/node';
import { build, type BuildOptions } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

import { useTestGateway, type TestGateway } from '../../gateway/test/test-gateway.js';

/** A gateway on a socket of its own, its jobs running, and a folder that is removed afterwards. */
export interface ServedGateway {
  readonly url: string;
  readonly folder: string;
  readonly gateway: TestGateway;
}

export function useServedGateway(given: Parameters<typeof useTestGateway>[0] = {}): () => ServedGateway {
  const gateway = useTestGateway(given);
  const folder = mkdtempSync(join(tmpdir(), 'kontor-scripts-'));
  let listening: Listening | undefined;
  beforeAll(async () => {
    const clients = createClientAddresses([]);
    listening = await listen(gateway().gateway, { host: '127.0.0.1', port: 0, clients, grace: 1000 });
    gateway().gateway.jobs.start();
  });
  afterAll(async () => {
    gateway().gateway.drain();
    await listening?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => ({ url: listening?.url ?? '', folder, gateway: gateway() });
}

/** A script that runs. */
export interface RunningScript {
  readonly process: ChildProcess;
  /** Resolves when the text was printed. */
  printed(text: string): Promise<void>;
  /** Everything that was printed, after its end. @throws when it failed */
  finished(): Promise<string>;
}

/** Where the text of a script comes from. */
type Source = { file: string } | { text: string; resolveDir: string };

/** Runs a script by Node in a process of its own, on the sources of the packages: no test waits for a build. */
export async function runScript(
  source: Source,
  { url, folder }: Pick<ServedGateway, 'url' | 'folder'>,
  args: readonly string[] = [],
): Promise<RunningScript> {
  const outfile = join(folder, `${crypto.randomUUID()}.mjs`);
  const input: BuildOptions =
    'file' in source
      ? { entryPoints: [source.file] }
      : { stdin: { contents: source.text, resolveDir: source.resolveDir, loader: 'js' } };
  await build({
    ...input,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['kontor:source'],
    logLevel: 'silent',
  });
  const child = spawn(process.execPath, [outfile, ...args], {
    cwd: folder,
    env: { ...process.env, KONTOR_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  const waiting = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    for (const look of waiting) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<string>((resolve, reject) => {
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`The script ended with ${String(code)}: ${errors}`));
    });
  });
  ended.catch(() => undefined);
  return {
    process: child,
    printed: (text) =>
      Promise.race([
        new Promise<void>((resolve) => {
          const look = (): void => {
            if (output.includes(text)) resolve();
          };
          waiting.add(look);
          look();
        }),
        ended.then(() => Promise.reject(new Error(`The script ended without ${text}: ${output}`))),
      ]),
    finished: () => ended,
  };
}
