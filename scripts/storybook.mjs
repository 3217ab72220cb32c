/**
 * `storybook.mjs dev` serves the stories and follows changes; `storybook.mjs build` writes them to storybook-static, which works
 * from any folder: the gateway that answers them runs inside the page.
 */
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { buildIfStale } from './bootstrap/build.mjs';
import { demoTemplate } from './demo-template.mjs';

const root = join(import.meta.dirname, '..');
const [task = 'dev', ...rest] = process.argv.slice(2);

/** The small demo supplier as a file that a page can load, and when it was made. */
async function prepareSupplier() {
  const folder = join(root, 'node_modules/.cache/kontor-stories');
  const template = await demoTemplate();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await pipeline(
    createReadStream(template),
    createGzip({ level: 6 }),
    createWriteStream(join(folder, 'supplier.bin')),
  );
  const { mtime } = await stat(template);
  await writeFile(join(folder, 'supplier.json'), JSON.stringify({ madeAt: mtime }));
}

buildIfStale(root);
await prepareSupplier();
const args =
  task === 'build'
    ? ['build', '--output-dir', 'storybook-static', '--quiet']
    : ['dev', '--port', '6006', '--host', '127.0.0.1', '--ci', '--no-open'];
const child = spawn(
  process.execPath,
  [join(root, 'node_modules/storybook/dist/bin/dispatcher.js'), ...args, ...rest],
  { cwd: root, stdio: 'inherit', env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' } },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
