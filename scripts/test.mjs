/**
 * Every check of the repository in one run. `--only=lint,vitest` runs the named ones. What failed is said once more at the end.
 * The last line sums them up: `N passed, N failed`, each check without tests of its own counting as one.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'kontor-test-'));
const report = join(scratch, 'vitest.json');
const browserReport = join(scratch, 'browser.json');
const storiesReport = join(scratch, 'stories.json');
const tool = (path) => join(root, 'node_modules', path);
const own = (file) => join(root, 'scripts', file);

/**
 * Gates run in two lanes side by side, most of them keep one core busy; a failing one ends those after it in its lane.
 * Runners come after all gates, one by one, and in any case.
 */
const checks = [
  { name: 'lock', lane: 'lint', run: [own('check-lock.mjs')] },
  { name: 'lint', lane: 'lint', run: [tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  {
    name: 'format',
    lane: 'lint',
    run: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  },
  { name: 'types', lane: 'build', run: [tool('typescript/bin/tsc'), '-b'] },
  { name: 'build', lane: 'build', run: [tool('rollup/dist/bin/rollup'), '-c', '--silent'] },
  { name: 'packages', lane: 'build', run: [own('check-packages.mjs')] },
  { name: 'knip', lane: 'build', run: [tool('knip/bin/knip.js'), '--no-config-hints'] },
  { name: 'storybook', lane: 'build', run: [own('storybook.mjs'), 'build'] },
  {
    name: 'vitest',
    run: [
      tool('vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    count: countVitest,
  },
  {
    name: 'browser',
    run: [tool('@web/test-runner/dist/bin.js')],
    count: (code) => countReport(browserReport, code),
    env: { KONTOR_BROWSER_REPORT: browserReport },
  },
  {
    name: 'stories',
    // Two of the four ways to look at a story; `npm run stories` takes all.
    run: [own('stories.mjs'), '--combination=light-ltr,dark-rtl'],
    count: (code) => countReport(storiesReport, code),
    env: { KONTOR_STORIES_REPORT: storiesReport },
  },
  { name: 'size', run: [own('size.mjs'), '--own'] },
];

/** A file that could not even be loaded has no failed test: it counts as one. */
function countVitest(code) {
  const nothing = { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (!existsSync(report)) return nothing;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const isFailed = ({ status }) => status === 'failed';
  const broken = testResults.filter(
    (file) => isFailed(file) && !file.assertionResults.some((result) => isFailed(result)),
  );
  const failed = numFailedTests + broken.length;
  return {
    passed: numPassedTests,
    failed: failed === 0 ? nothing.failed : failed,
    skipped: numPendingTests + numTodoTests,
    failures: [
      ...testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(isFailed)
          .map((result) => failureOf(name, result.fullName, result.failureMessages.join('\n'))),
      ),
      ...broken.map(({ name, message }) => failureOf(name, 'could not be loaded', message)),
    ],
  };
}

const failureOf = (file, name, message) => `${relative(root, file)} > ${name}\n${message}`;

/** Written by the reporter of web-test-runner.config.mjs and by stories.mjs. */
function countReport(file, code) {
  if (!existsSync(file)) return { passed: 0, failed: code === 0 ? 0 : 1, skipped: code === 0 ? 1 : 0 };
  const { passed, failed, skipped, failures } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped, failures };
}

/** Lines of a failure that are said once more at the end. */
const longest = 30;

/** Beside another check, what a check says is held back until it has ended. */
function start({ run: args, env, lane }) {
  return new Promise((resolve) => {
    const said = [];
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: lane ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...env },
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => said.push(bytes));
    const passOn = (signal) => child.kill(signal);
    process.once('SIGINT', passOn).once('SIGTERM', passOn);
    const end = (code, signal) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      const isStopped = signal === 'SIGINT' || signal === 'SIGTERM';
      resolve({ code, isStopped, said: Buffer.concat(said).toString() });
    };
    child.on('error', () => end(1, null));
    child.on('close', end);
  });
}

function choose() {
  const wanted = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
  if (!wanted) return checks;
  const names = wanted.split(',');
  const unknown = names.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length === 0) return checks.filter(({ name }) => names.includes(name));
  console.error(
    `No check is called ${unknown.join(', ')}. There are: ${checks.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

const outcomes = [];
let isStopping = false;

/** Runs one check, says how it went, and resolves to whether it passed. */
async function take(check) {
  const title = `\n━━ ${check.name} ${'━'.repeat(70 - check.name.length)}`;
  if (!check.lane) console.log(title);
  const began = performance.now();
  const { code, isStopped, said } = await start(check);
  const seconds = (performance.now() - began) / 1000;
  const result = check.count?.(code) ?? {
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    skipped: 0,
    failures: code === 0 ? [] : [said],
  };
  if (check.lane) console.log(said ? `${title}\n${said.trimEnd()}` : title);
  console.log(`${check.name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  outcomes.push({ name: check.name, seconds, ...result });
  isStopping ||= isStopped;
  return code === 0;
}

async function takeGates(gates) {
  let isOpen = true;
  for (const gate of gates) {
    if (isStopping) return;
    if (isOpen) isOpen = await take(gate);
    else outcomes.push({ name: gate.name, passed: 0, failed: 0, skipped: 1, seconds: 0 });
  }
}

const chosen = choose();
const lanes = ['lint', 'build'].map((lane) => chosen.filter((check) => check.lane === lane));
await Promise.all(lanes.map(takeGates));
for (const runner of chosen.filter((check) => !check.lane)) {
  if (isStopping) break;
  await take(runner);
}
rmSync(scratch, { recursive: true, force: true });

console.log(`\n━━ sum ${'━'.repeat(67)}`);
for (const { name, passed, failed, skipped, seconds } of outcomes) {
  const verdict = failed > 0 ? 'FAILED' : passed > 0 ? 'passed' : 'skipped';
  console.log(
    `${name.padEnd(10)}${verdict.padEnd(9)}${String(passed + failed + skipped).padStart(6)}${seconds.toFixed(1).padStart(9)} s`,
  );
}

const failures = outcomes.flatMap(({ name, failures = [] }) => failures.map((text) => `✗ ${name}: ${text}`));
for (const failure of failures)
  console.log(`\n${failure.trimEnd().split('\n').slice(0, longest).join('\n')}`);

const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
