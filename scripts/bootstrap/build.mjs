import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const settings = ['package-lock.json', 'rollup.config.mjs', 'tsconfig.base.json', 'tsconfig.json'];

function sourceFiles(root) {
  const packages = join(root, 'packages');
  return readdirSync(packages).flatMap((name) => {
    const sources = join(packages, name, 'src');
    const files = existsSync(sources) ? readdirSync(sources, { recursive: true, withFileTypes: true }) : [];
    return [
      ...[join(packages, name, 'package.json'), join(packages, name, 'tsconfig.json')].filter(existsSync),
      ...files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name)),
    ];
  });
}

function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of [...settings.map((name) => join(root, name)), ...sourceFiles(root)].sort()) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Builds all packages when a source changed since the last build that ran from here.
 * @throws when the build fails.
 */
export function buildIfStale(root) {
  const stamp = join(root, 'node_modules/.bootstrap-build');
  const wanted = fingerprint(root);
  const isBuilt = existsSync(join(root, 'packages/gateway/dist/node/cli.js'));
  if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  console.log('Building the packages.');
  for (const [script, ...args] of [
    ['node_modules/typescript/bin/tsc', '-b', 'packages/contract', 'packages/sdk', 'packages/gateway'],
    ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'],
  ]) {
    const { status } = spawnSync(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('The build failed. The reason is above.');
  }
  writeFileSync(stamp, wanted);
}
