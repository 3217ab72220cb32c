import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

const sheet = /\bcss`([^`$\\]*)`/g;

/** The source with its sheets (`` css`…` ``) made small. Every line of code stays where it was: source maps stay right. */
export async function minifySheets(source) {
  const small = await Promise.all(
    [...source.matchAll(sheet)].map(async ([, css]) => {
      const { code } = await transform(css, { loader: 'css', minify: true, target: 'esnext' });
      return `css\`${code.trim()}\`${'\n'.repeat(css.split('\n').length - 1)}`;
    }),
  );
  return source.replace(sheet, () => small.shift());
}

const isSource = /packages[\\/]elements[\\/]src[\\/].*\.ts$/;

/** For Rollup; before the plugin that takes types out. */
export const smallSheets = () => ({
  name: 'small-sheets',
  transform: async (code, id) =>
    isSource.test(id) && code.includes('css`') ? { code: await minifySheets(code), map: null } : null,
});

/** For esbuild. */
export const smallSheetsOfEsbuild = {
  name: 'small-sheets',
  setup({ onLoad }) {
    onLoad({ filter: isSource }, async ({ path }) => ({
      contents: await minifySheets(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
