import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Row } from '../../../scripts/bench-row.js';

const cli = join(process.cwd(), 'packages/gateway/dist/node/cli.js');

/** From the command to the first answer: on an empty folder with the full demo supplier, and again on the filled one. */
export async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kontor-bench-'));
  const first = await startOnce(folder);
  const again =
    [await startOnce(folder), await startOnce(folder), await startOnce(folder)].sort(
      (left, right) => left - right,
    )[1] ?? 0;
  await rm(folder, { recursive: true, force: true });
  return [
    row('first start with the demo supplier', first, 10_000),
    row('start on a filled folder', again, 1500),
  ];
}

async function startOnce(folder: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [cli, 'start', '--port', '0', '--folder', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /Kontor is at (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => {
      reject(new Error(`The gateway did not start: ${said}`));
    });
  });
  const response = await fetch(`${url}/v1/products?limit=20`);
  await response.arrayBuffer();
  const took = performance.now() - began;
  await new Promise((resolve) => {
    child.removeAllListeners('exit').once('exit', resolve);
    child.kill('SIGTERM');
  });
  return took;
}

function row(name: string, ours: number, most: number): Row {
  return {
    name,
    ours,
    unit: 'ms',
    reference: most,
    referenceName: 'the bar',
    ratio: ours / most,
    goal: '≤ 1 ×',
    pass: ours <= most,
  };
}
