import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import './access-request.js';

const meta: Meta = {
  title: 'Who buys/Access request',
  component: 'kontor-access-request',
  globals: { who: 'visitor' },
  render: () => html`<kontor-access-request></kontor-access-request>`,
};

export default meta;

export const Default: StoryObj = {};
export const Incomplete: StoryObj = {
  play({ canvasElement }) {
    canvasElement
      .querySelector('kontor-access-request')
      ?.shadowRoot?.querySelector<HTMLButtonElement>('button.primary')
      ?.click();
  },
};
