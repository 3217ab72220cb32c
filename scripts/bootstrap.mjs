/**
 * What `npm start` and `npm test` run first: makes a fresh clone ready, then hands over to the real script.
 * Nothing but Node is imported here, because it runs before any dependency is there.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './bootstrap/build.mjs';
import { findChrome } from './bootstrap/chrome.mjs';
import { installDependencies } from './bootstrap/dependencies.mjs';
import { checkNode } from './bootstrap/node-version.mjs';
import { findPostgres } from './bootstrap/postgres.mjs';

// Not import.meta.dirname: a Node that is too old must get as far as being told so.
const root = fileURLToPath(new URL('..', import.meta.url));
const [task, ...rest] = process.argv.slice(2);
process.chdir(root);

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/** Replaces this process as far as a terminal can tell: same streams, signals passed on, same exit code. */
function handOver(script, args, env) {
  const child = spawn(process.execPath, [join(root, script), ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${script} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === 'SIGINT' ? 2 : 15);
  });
}

const tasks = {
  start() {
    buildIfStale(root);
    handOver('scripts/start.mjs', rest, process.env);
  },
  test() {
    const env = { ...process.env, CHROME_PATH: findChrome(), KONTOR_TEST_POSTGRES_BIN: findPostgres() };
    if (env.CHROME_PATH === undefined) delete env.CHROME_PATH;
    if (env.KONTOR_TEST_POSTGRES_BIN === undefined) delete env.KONTOR_TEST_POSTGRES_BIN;
    handOver('scripts/test.mjs', rest, env);
  },
};

try {
  if (!Object.hasOwn(tasks, task ?? ''))
    fail(`Usage: node scripts/bootstrap.mjs ${Object.keys(tasks).join('|')}`);
  checkNode();
  installDependencies(root);
  tasks[task]();
} catch (error) {
  fail(error.message);
}
