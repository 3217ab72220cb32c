/**
 * Plants one bug after the other into the gateway's sources and runs the tests that must find it. Names given as arguments
 * choose bugs; without any, all are planted. Ends with an error when a bug survives or its place has gone.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const gateway = join(root, 'packages/gateway');

async function loadBugs() {
  const folder = await mkdtemp(join(root, 'node_modules/.kontor-planted-'));
  const outfile = join(folder, 'planted-bugs.mjs');
  await build({
    entryPoints: [join(gateway, 'test/planted-bugs.ts')],
    outfile,
    format: 'esm',
    logLevel: 'error',
  });
  const { plantedBugs } = await import(pathToFileURL(outfile).href);
  await rm(folder, { recursive: true });
  return plantedBugs;
}

/** Runs test files; answers the exit code and what was printed. */
function runTests(files, { tests, engine = 'embedded', name = '' }) {
  const args = ['run', '--config', join(gateway, 'test/planted.config.ts'), '--no-color', '--bail', '1'];
  if (tests !== undefined) args.push('-t', tests);
  const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...args, ...files], {
    cwd: root,
    env: { ...process.env, KONTOR_TEST_ENGINE: engine, KONTOR_PLANTED: name },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve({ code, output }));
  });
}

/** Without the bug the same tests must pass, or their failing would say nothing. */
const sound = new Map();
async function isSound(bug) {
  const key = JSON.stringify([bug.caughtBy, bug.tests, bug.engine]);
  if (!sound.has(key)) sound.set(key, await runTests(bug.caughtBy, { ...bug, name: '' }));
  const { code, output } = sound.get(key);
  return code === 0 && /Tests .*\d+ passed/.test(output);
}

async function plant(bug) {
  const source = await readFile(join(gateway, 'src', bug.file), 'utf8');
  if (source.split(bug.find).length !== 2) return 'PLACE GONE';
  if (!(await isSound(bug))) return 'TESTS FAIL WITHOUT IT';
  const { code, output } = await runTests(bug.caughtBy, bug);
  if (!output.includes(`planted: ${bug.name}`)) return 'NOT LOADED';
  if (code === 0) return 'SURVIVED';
  return /Tests .*\d+ failed|Failed Suites|FAIL /.test(output) ? 'caught' : 'BROKEN RUN';
}

const chosen = process.argv.slice(2);
const bugs = (await loadBugs()).filter(({ name }) => chosen.length === 0 || chosen.includes(name));
let missed = bugs.length === 0 ? 1 : 0;
for (const bug of bugs) {
  const result = await plant(bug);
  if (result !== 'caught') missed += 1;
  console.log(`${result.padEnd(22)} ${bug.name.padEnd(48)} ${bug.caughtBy.join(' ')}`);
}
console.log(`${bugs.length - missed} of ${bugs.length} planted bugs caught`);
process.exitCode = missed === 0 ? 0 : 1;
