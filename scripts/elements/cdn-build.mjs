import { join } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';
import { minify } from 'terser';
import { smallSheets } from './minify-css.mjs';

/** Lit's policy under a name of its own: a page that has Lit already, and Trusted Types, refuses a second `lit-html`. */
export const policyName = 'kontor-elements';

function renamePolicy() {
  return {
    name: 'rename-policy',
    transform(code, id) {
      if (!/[\\/]lit-html[\\/]lit-html\.js$/.test(id)) return null;
      if (!code.includes('createPolicy("lit-html"')) this.error('lit-html makes its policy another way now.');
      return {
        code: code.replace('createPolicy("lit-html"', `createPolicy(${JSON.stringify(policyName)}`),
        map: null,
      };
    },
  };
}

const terser = {
  name: 'terser',
  async renderChunk(code) {
    const { code: small, map } = await minify(code, {
      module: true,
      ecma: 2020,
      compress: { passes: 2 },
      format: { comments: false },
      sourceMap: true,
    });
    return { code: small, map };
  },
};

/**
 * Two builds with everything inside, for pages without a bundler: `cdn/kontor.js` defines all elements at once,
 * `cdn/autoloader.js` loads those that a page uses.
 */
export function cdnBuilds(folder, { elements, onwarn }) {
  const shared = {
    preserveEntrySignatures: 'allow-extension',
    onwarn,
    plugins: [
      renamePolicy(),
      smallSheets(),
      resolve({
        extensions: ['.ts', '.js', '.mjs'],
        exportConditions: ['kontor:source', 'production', 'browser', 'import', 'default'],
      }),
      esbuild({
        include: /\.[jt]s$/,
        exclude: [],
        target: 'es2022',
        tsconfig: join(folder, 'tsconfig.json'),
        define: { 'process.env.NODE_ENV': '"production"' },
      }),
      terser,
    ],
  };
  const output = {
    dir: join(folder, 'dist/cdn'),
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    hoistTransitiveImports: false,
  };
  return [
    {
      ...shared,
      input: { kontor: join(folder, 'src/index.ts') },
      output: { ...output, chunkFileNames: 'kontor/[name]-[hash].js' },
    },
    {
      ...shared,
      input: { autoloader: join(folder, 'src/autoloader.ts'), ...elements },
      output: { ...output, chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  ];
}
