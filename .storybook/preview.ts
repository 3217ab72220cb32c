import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { manifest } from 'virtual:kontor-manifest';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: { a11y: { test: 'error' } },
};

export default preview;
