import { chmodSync, cpSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { isAbsolute, join, posix, relative, sep } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';
import { cdnBuilds } from './scripts/elements/cdn-build.mjs';
import { writeEditorData } from './scripts/elements/editor-data.mjs';
import { smallSheets } from './scripts/elements/minify-css.mjs';

const packages = join(import.meta.dirname, 'packages');

const toPosix = (path) => path.split(sep).join('/');
const filesOf = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => toPosix(relative(folder, join(entry.parentPath, entry.name))))
    : [];

/** A pattern of exports stands for the files whose folder has their name; without a star it is a file itself. */
function filesOfPattern(folder, pattern) {
  if (!pattern.includes('*')) return pattern ? [pattern] : [];
  const [before] = pattern.split('*');
  return readdirSync(join(folder, before))
    .map((name) => pattern.replaceAll('*', name))
    .filter((file) => existsSync(join(folder, file)));
}

/** Entry name → source file; exports say their source, and a bin mirrors its place in dist. */
function entriesOf(folder, manifest) {
  const bins = Object.values(manifest.bin ?? {}).map((file) =>
    file.replace(/^(\.\/)?dist\//, './src/').replace(/\.js$/, '.ts'),
  );
  const sources = Object.values(manifest.exports ?? {}).flatMap((target) =>
    filesOfPattern(folder, target['kontor:source'] ?? ''),
  );
  const named = [...new Set([...sources, ...bins])].map((source) => ({
    name: source.replace(/^\.\/src\//, '').replace(/\.ts$/, ''),
    source: join(folder, source),
    isBin: bins.includes(source),
  }));
  for (const { source } of named) {
    if (!existsSync(source)) console.warn(`SKIPPED ${relative(packages, source)}: an entry without a source`);
  }
  return named.filter(({ source }) => existsSync(source));
}

/** `import.meta.url` of a bundled module stays what its own file in dist would have, so `./assets/…` is found. */
const mirrorUrls = (sources) => ({
  name: 'mirror-urls',
  resolveImportMeta(property, { chunkId, moduleId }) {
    if (property !== 'url') return null;
    const mirrored = toPosix(relative(sources, moduleId)).replace(/\.ts$/, '.js');
    if (mirrored === chunkId) return null;
    return `new URL(${JSON.stringify(posix.relative(posix.dirname(chunkId), mirrored))}, import.meta.url).href`;
  },
});

/** Packages of hundreds of small files whose used part is built in: reading them took a quarter of every start. */
const builtIn = { gateway: ['kysely', 'jose'] };

/** Files of packages that a build carries itself: who gets it needs none of their dependencies. */
const carried = {
  elements: {
    'cdn/licenses/lit': ['lit/LICENSE'],
    'cdn/licenses/lucide': ['lucide/LICENSE'],
    'cdn/licenses/nanostores': ['nanostores/LICENSE'],
    'cdn/licenses/eventsource-parser': ['eventsource-parser/LICENSE'],
    'cdn/licenses/ky': ['ky/license'],
  },
  gateway: {
    'licenses/kysely': ['kysely/LICENSE'],
    'licenses/jose': ['jose/LICENSE.md'],
    'node/assets/docs': [
      'swagger-ui-dist/swagger-ui.css',
      'swagger-ui-dist/swagger-ui-bundle.js',
      'swagger-ui-dist/LICENSE',
      'swagger-ui-dist/NOTICE',
    ],
  },
};

/** Removes what the last build left, and copies what is no TypeScript; declarations belong to tsc. */
const settleOutput = (sources, dist, bins, carries = {}) => ({
  name: 'settle-output',
  buildStart() {
    for (const file of filesOf(dist)) if (/\.js(\.map)?$/.test(file)) rmSync(join(dist, file));
  },
  writeBundle() {
    for (const file of filesOf(sources)) {
      if (/(^|\/)assets\//.test(file)) cpSync(join(sources, file), join(dist, file));
    }
    for (const [folder, files] of Object.entries(carries)) {
      for (const file of files)
        cpSync(join(import.meta.dirname, 'node_modules', file), join(dist, folder, posix.basename(file)));
    }
    for (const { name } of bins) chmodSync(join(dist, `${name}.js`), 0o755);
  },
});

function refuseOwnCycles(warning, warn) {
  const ids = warning.ids ?? [];
  if (warning.code === 'CIRCULAR_DEPENDENCY' && !ids.some((id) => id.includes('node_modules'))) {
    throw new Error(`Circular import: ${ids.map((id) => relative(packages, id)).join(' → ')}`);
  }
  // What packages do among themselves is theirs.
  if (warning.code !== 'CIRCULAR_DEPENDENCY') warn(warning);
}

function configure(name) {
  const folder = join(packages, name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const entries = entriesOf(folder, manifest);
  if (entries.length === 0) return [];

  const sources = join(folder, 'src');
  const dist = join(folder, 'dist');
  const bins = entries.filter(({ isBin }) => isBin);
  const lacksHashbang = bins.filter(({ source }) => !readFileSync(source, 'utf8').startsWith('#!'));
  const input = Object.fromEntries(entries.map((entry) => [entry.name, entry.source]));
  const modules = {
    input,
    preserveEntrySignatures: 'allow-extension',
    external: (id) => !id.startsWith('.') && !isAbsolute(id) && !builtIn[name]?.includes(id),
    treeshake: { moduleSideEffects: manifest.sideEffects !== false },
    onwarn: refuseOwnCycles,
    plugins: [
      resolve({ extensions: ['.ts', '.js'] }),
      ...(name === 'elements' ? [smallSheets()] : []),
      esbuild({ target: 'es2022', tsconfig: join(folder, 'tsconfig.json') }),
      mirrorUrls(sources),
      settleOutput(sources, dist, bins, carried[name]),
      ...(name === 'elements' ? [{ name: 'editor-data', writeBundle: () => writeEditorData(folder) }] : []),
    ],
    output: {
      dir: dist,
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      hoistTransitiveImports: false,
      banner: (chunk) =>
        lacksHashbang.some(({ source }) => source === chunk.facadeModuleId) ? '#!/usr/bin/env node' : '',
    },
  };
  if (name !== 'elements') return [modules];
  const { index: _index, autoloader: _autoloader, ...elements } = input;
  return [modules, ...cdnBuilds(folder, { elements, onwarn: refuseOwnCycles })];
}

export default readdirSync(packages)
  .filter((name) => existsSync(join(packages, name, 'package.json')))
  .flatMap(configure);
