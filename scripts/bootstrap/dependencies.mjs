import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const tries = 3;

function npm(args, cwd) {
  const cli = process.env.npm_execpath;
  return cli && /\.[cm]?js$/.test(cli)
    ? spawnSync(process.execPath, [cli, ...args], { cwd, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
}

/**
 * Runs `npm ci` when node_modules does not match the lock and this Node.
 * @throws when three tries in a row fail.
 */
export function installDependencies(root) {
  const stamp = join(root, 'node_modules/.bootstrap');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(process.version)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  console.log('Installing the dependencies (npm ci).');
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    if (npm(['ci', '--no-audit', '--no-fund'], root).status === 0) {
      mkdirSync(dirname(stamp), { recursive: true });
      writeFileSync(stamp, wanted);
      return;
    }
    console.error(`npm ci failed (${attempt} of ${tries}).`);
  }
  throw new Error('The dependencies could not be installed. The reason is above, in the output of npm ci.');
}
