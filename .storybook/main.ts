import type { StorybookConfig } from '@storybook/web-components-vite';

import { readManifest } from '../scripts/elements/manifest.mjs';

/** Answers `virtual:kontor-manifest` with the elements as their sources describe them at this moment. */
const manifest = {
  name: 'kontor-manifest',
  resolveId: (id: string) => (id === 'virtual:kontor-manifest' ? `\0${id}` : undefined),
  async load(id: string) {
    if (id !== '\0virtual:kontor-manifest') return undefined;
    return `export const manifest = ${JSON.stringify(await readManifest('packages/elements'))};`;
  },
};

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../packages/elements/src/**/*.stories.ts', './foundations/*.stories.ts'],
  staticDirs: [{ from: '../node_modules/.cache/kontor-demo', to: '/demo' }],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  viteFinal: (vite) => ({
    ...vite,
    // Relative addresses: the static build works from any folder.
    base: './',
    plugins: [...(vite.plugins ?? []), manifest],
    resolve: {
      ...vite.resolve,
      conditions: ['kontor:source', 'module', 'browser', 'development|production'],
    },
    optimizeDeps: { ...vite.optimizeDeps, exclude: ['@electric-sql/pglite'] },
    worker: { format: 'es' },
    build: { ...vite.build, chunkSizeWarningLimit: 10_000 },
  }),
};

export default config;
