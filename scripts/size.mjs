/**
 * Weighs what a browser would load, min + brotli, beside the peers of size.config.mjs.
 * `--own` leaves the peers out. Ends with 1 when a budget is broken.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';
import { rows } from '../size.config.mjs';
import { smallSheetsOfEsbuild } from './elements/minify-css.mjs';
import { printTable } from './print-table.mjs';

const root = join(import.meta.dirname, '..');
const isOwnOnly = process.argv.includes('--own');

/** What is imported when it is used is not part of what a page loads first. */
const loadedOnUse = {
  name: 'loaded-on-use',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** kB (1,000 bytes) of one module with everything it imports. */
async function weigh(code, folder, isWhole) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: join(root, folder), loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    conditions: ['kontor:source', 'production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    plugins: [...(isWhole ? [] : [loadedOnUse]), smallSheetsOfEsbuild],
  });
  const { code: small } = await minify(outputFiles[0].text, {
    module: true,
    ecma: 2020,
    compress: { passes: 2 },
    format: { comments: false },
  });
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(small, { params }).length / 1000;
}

const kB = (size) => `${size.toFixed(1)} kB`;
const table = [];
for (const { name, folder, entry, code, budget, isWhole = false, peers } of rows) {
  if (!existsSync(join(root, entry))) {
    console.warn(`SKIPPED ${name}: ${entry} does not exist yet.`);
    continue;
  }
  const ours = await weigh(code, folder, isWhole);
  const isWithin = ours <= budget;
  if (!isWithin) process.exitCode = 1;
  table.push([name, kB(ours), '', '', `≤ ${budget} kB`, isWithin ? 'yes' : 'NOT MET']);
  for (const peer of isOwnOnly ? [] : peers) {
    const size = await weigh(peer.code, folder, isWhole);
    table.push([`  ${peer.name}`, '', kB(size), `${(ours / size).toFixed(2)} ×`, '', '']);
  }
}
if (table.length > 0) printTable(['min + brotli', 'ours', 'peer', 'ratio', 'budget', 'pass'], table);
