import { describeElements } from '../../scripts/elements/manifest-plugins.mjs';

/** How headers and sources of the elements become `dist/custom-elements.json`; the build runs it. */
export default {
  globs: ['src/base/*.ts', 'src/components/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.stories.ts', '**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [describeElements()],
};
