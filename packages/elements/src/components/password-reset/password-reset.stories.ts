import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import './password-reset.js';

const meta: Meta = {
  title: 'Who buys/Password reset',
  component: 'kontor-password-reset',
  args: { token: 'krs_of-a-letter' },
  globals: { who: 'visitor' },
  render: ({ token }) => html`<kontor-password-reset .token=${token}></kontor-password-reset>`,
};

export default meta;

export const Default: StoryObj = {};
export const TooShort: StoryObj = {
  play({ canvasElement }) {
    canvasElement
      .querySelector('kontor-password-reset')
      ?.shadowRoot?.querySelector<HTMLButtonElement>('button.primary')
      ?.click();
  },
};
export const WithoutALink: StoryObj = { args: { token: undefined } };
