import type { StorybookConfig } from '@storybook/web-components-vite';

import { readManifest, type DescribedElement, type Manifest } from '../scripts/elements/manifest.mjs';

/** As controls want it: properties once and not by their attributes too, without what only code can give. */
function forControls(element: DescribedElement): DescribedElement {
  return {
    ...element,
    attributes: element.attributes.filter(({ fieldName }) => fieldName === undefined),
    members: element.members
      .filter(({ name }) => name !== 'shop')
      .map(({ type, ...member }) => ({
        ...member,
        ...(type ? { type: { text: type.text.replace(/ \| undefined$/, '') } } : {}),
      })),
  };
}

async function storiesManifest(): Promise<Manifest> {
  const manifest = await readManifest('packages/elements');
  const modules = manifest.modules.map((module) => ({
    ...module,
    declarations: module.declarations.map(forControls),
  }));
  return { ...manifest, modules };
}

/** Answers `virtual:kontor-manifest` with the elements as their sources describe them at this moment. */
const manifest = {
  name: 'kontor-manifest',
  resolveId: (id: string) => (id === 'virtual:kontor-manifest' ? `\0${id}` : undefined),
  async load(id: string) {
    if (id !== '\0virtual:kontor-manifest') return undefined;
    return `export const manifest = ${JSON.stringify(await storiesManifest())};`;
  },
};

/** Modules of the gateway that only Node can run, and the polyfills that they would bring. */
const withoutNode = {
  name: 'without-node',
  enforce: 'pre' as const,
  resolveId: (id: string) =>
    /(node\/invoice-fonts|render\/invoice-pdf)\.js$/.test(id) ? '\0nothing' : undefined,
  load: (id: string) => (id === '\0nothing' ? 'export {};' : undefined),
};

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../packages/elements/src/**/*.stories.ts', './foundations/*.stories.ts'],
  staticDirs: [{ from: '../node_modules/.cache/kontor-stories', to: '/demo' }],
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
    // Invoices are drawn by a gateway in Node: what that takes stays out of a page.
    worker: { format: 'es', plugins: () => [withoutNode] },
    build: { ...vite.build, chunkSizeWarningLimit: 10_000 },
  }),
};

export default config;
