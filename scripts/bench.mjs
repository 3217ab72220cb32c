/**
 * Runs every bench of the packages, one at a time, and prints one table. `npm run bench -- prices` runs those whose
 * path contains the word. A bar that is not met is shown as NOT MET and never fails the command.
 */
import { fork } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildIfStale } from './bootstrap/build.mjs';
import { printTable } from './print-table.mjs';

const root = join(import.meta.dirname, '..');
const words = process.argv.slice(2);

const benches = readdirSync(join(root, 'packages'))
  .map((name) => join(root, 'packages', name, 'bench'))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, file)))
  .filter((file) => /\.bench\.(ts|mjs)$/.test(file))
  .filter((file) => words.length === 0 || words.some((word) => relative(root, file).includes(word)))
  .sort();

/** Bundled code keeps the address of its own source, so that files beside it are found. */
const sourceUrls = {
  name: 'source-urls',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]packages[\\/].*\.(ts|mjs)$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
      loader: path.endsWith('.ts') ? 'ts' : 'js',
    }));
  },
};

/** Packages by name come from their builds, as users get them; relative imports are bundled from source. */
async function bundle(file) {
  const folder = join(root, 'packages', relative(join(root, 'packages'), file).split(/[\\/]/)[0]);
  const outfile = join(folder, 'node_modules/.cache/bench', `${basename(file).replace(/\.ts$/, '')}.mjs`);
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'error',
    plugins: [sourceUrls],
  });
  return outfile;
}

function measure(bundled) {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'bench-child.mjs'), [bundled], {
      execArgv: ['--enable-source-maps', '--expose-gc'],
    });
    let rows;
    child.on('message', (message) => {
      rows = message;
    });
    child.on('error', reject);
    child.on('exit', (code) => (rows ? resolve(rows) : reject(new Error(`ended with ${code} and no rows`))));
  });
}

const figure = (value, unit) => `${Number(value.toPrecision(3)).toLocaleString('en')} ${unit}`;

if (benches.length > 0) buildIfStale(root);
const table = [];
for (const file of benches) {
  const name = relative(root, file);
  console.error(`Running ${name}`);
  try {
    for (const row of await measure(await bundle(file))) {
      table.push([
        row.name,
        figure(row.ours, row.unit),
        `${figure(row.reference, row.unit)} (${row.referenceName})`,
        `${row.ratio.toFixed(2)} ×`,
        row.goal,
        row.goal === '' ? '' : row.pass ? 'yes' : 'NOT MET',
      ]);
    }
  } catch (error) {
    table.push([name, 'not measured', error.message, '', '', 'NOT MET']);
  }
}
if (table.length > 0) printTable(['name', 'ours', 'reference', 'ratio', 'goal', 'pass'], table);
else console.log('There are no benches.');
