import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { readAll } from './read.js';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'kontor-commerceml-'));
const run = promisify(execFile);
const scriptOf = (page: string, has: string): string =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/```js\n([^]*?)```/g)]
    .map(([, text = '']) => text)
    .find((text) => text.includes(has)) ?? '';

/** Runs a script of a page as its reader would, on sources, in a folder with a file of 1C. */
async function runScript(script: string): Promise<string> {
  const outfile = join(folder, 'script.mjs');
  await build({
    stdin: { contents: script, resolveDir: join(root, 'packages/commerceml') },
    alias: { '@kontor/commerceml': join(root, 'packages/commerceml/src/index.ts') },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  const { stdout, stderr } = await run(process.execPath, [outfile], { cwd: folder });
  return stdout + stderr;
}

beforeAll(() => {
  const fixture = join(import.meta.dirname, 'fixtures/offers.xml');
  for (const name of ['import.xml', 'offers.xml']) cpSync(fixture, join(folder, name));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('the script of the read-me lists products', async () => {
  expect(await runScript(scriptOf('packages/commerceml/README.md', 'createReadStream'))).toBe(
    'bolt Болт DIN 933\n',
  );
});

it('the script of the page lists offers and problems', async () => {
  expect(await runScript(scriptOf('docs/commerceml.md', 'createReadStream'))).toBe(
    'bolt m8 120.5\nbolt m10 null\n17 invalid_number "много" is no number\n',
  );
});

it('the script of the page writes an order', async () => {
  await runScript(scriptOf('docs/commerceml.md', 'writeDocuments'));
  const records = await readAll(readFileSync(join(folder, 'orders.xml')));
  expect(records.find(({ type }) => type === 'document')).toMatchObject({
    id: 'B2B-000123',
    kind: 'order',
    total: '1500',
  });
});
