import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import './sign-in.js';

const meta: Meta = {
  title: 'Who buys/Sign in',
  component: 'kontor-sign-in',
  globals: { who: 'visitor' },
  render: () => html`<kontor-sign-in></kontor-sign-in>`,
};

export default meta;

export const Default: StoryObj = {};
export const SignedIn: StoryObj = { globals: { who: 'owner' } };
export const Incomplete: StoryObj = {
  play({ canvasElement }) {
    canvasElement
      .querySelector('kontor-sign-in')
      ?.shadowRoot?.querySelector<HTMLButtonElement>('button.primary')
      ?.click();
  },
};
