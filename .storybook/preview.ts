import type { Shop } from '@kontor/state';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { manifest } from 'virtual:kontor-manifest';

import '../packages/elements/src/components/shop/shop.js';
import './page.css';
import { closeOtherShops, settled, storyShop, type StoryWorld, type Who } from './story-shop.js';

setCustomElementsManifest(manifest);

const choice = <Icon extends string>(title: string, icon: Icon, items: Readonly<Record<string, string>>) => ({
  toolbar: {
    title,
    icon,
    dynamicTitle: true,
    items: Object.entries(items).map(([value, name]) => ({ value, title: name })),
  },
});

const preview: Preview = {
  tags: ['autodocs'],
  parameters: { a11y: { test: 'error' }, docs: { codePanel: true }, layout: 'padded' },
  globalTypes: {
    who: choice('Who is looking', 'user', {
      visitor: 'Visitor',
      owner: 'Owner of a company',
      viewer: 'Viewer, who does not buy',
      requester: 'Requester without prices',
      competitor: 'Competitor with capped stock',
      smallShop: 'Small shop, stock as levels',
      admin: 'Admin of the supplier',
    }),
    theme: choice('Theme', 'mirror', { light: 'Light', dark: 'Dark' }),
    density: choice('Density', 'listunordered', {
      compact: 'Compact',
      comfortable: 'Comfortable',
      spacious: 'Spacious',
    }),
    direction: choice('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
    locale: choice('Language', 'globe', { en: 'English', ru: 'Русский', uk: 'Українська', de: 'Deutsch' }),
  },
  initialGlobals: { who: 'owner', theme: 'light', density: 'compact', direction: 'ltr', locale: 'en' },
  loaders: [
    async ({ id, globals, parameters, viewMode }) => {
      if (parameters['kontor'] === false) return {};
      if (viewMode === 'story') closeOtherShops([id]);
      return { shop: await storyShop(id, globals['who'] as Who, (parameters['kontor'] ?? {}) as StoryWorld) };
    },
  ],
  // Before accessibility is checked: bones are not what people read.
  afterEach: () => settled(),
  decorators: [
    (story, { globals, loaded, viewMode }) => {
      const { theme, density, direction, locale } = globals as Record<string, string>;
      const page = document.documentElement;
      page.lang = locale ?? 'en';
      page.dir = viewMode === 'story' ? (direction ?? 'ltr') : 'ltr';
      page.dataset['theme'] = theme ?? 'light';
      const { shop } = loaded as { shop?: Shop };
      return html`<div class="kontor-page" dir=${direction ?? 'ltr'}>
        <kontor-shop
          .shop=${shop}
          locale=${locale ?? 'en'}
          theme=${theme ?? 'light'}
          density=${density ?? 'compact'}
          >${story()}</kontor-shop
        >
      </div>`;
    },
  ],
};

export default preview;
