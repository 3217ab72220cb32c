/** Checks what a reader of the registry would get: exports, files and types of every public package, as packed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = join(import.meta.dirname, '..');
const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');

const publicPackages = readdirSync(join(root, 'packages'))
  .map((name) => join(root, 'packages', name))
  .filter((folder) => existsSync(join(folder, 'package.json')))
  .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
  .filter(({ manifest }) => !manifest.private);

async function lintManifest(folder, manifest) {
  const { messages: all } = await publint({ pkgDir: folder, strict: true });
  // Sources are for this repository alone and are not packed.
  const messages = all.filter(({ path = [] }) => !path.includes('kontor:source'));
  for (const message of messages) console.error(`  ${formatMessage(message, manifest, { color: false })}`);
  return messages.length === 0;
}

function checkTypes(folder) {
  const args = [
    attw,
    '--pack',
    folder,
    '--profile',
    'esm-only',
    '--format',
    'ascii',
    '--no-emoji',
    '--no-color',
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) console.error(stdout + stderr);
  return status === 0;
}

for (const { folder, manifest } of publicPackages) {
  const sources = Object.values(manifest.exports).flatMap((target) =>
    target['kontor:source'] ? join(folder, target['kontor:source']) : [],
  );
  const isGenerated = sources.length === 0 && existsSync(join(folder, 'dist'));
  if (!isGenerated && !sources.some(existsSync)) {
    console.warn(`SKIPPED ${manifest.name}: it has no source yet.`);
    continue;
  }
  const isRight = (await lintManifest(folder, manifest)) && checkTypes(folder);
  console.log(`${manifest.name}: ${isRight ? 'right' : 'WRONG'}`);
  if (!isRight) process.exitCode = 1;
}
