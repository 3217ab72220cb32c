import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import './invitation.js';

const meta: Meta = {
  title: 'Who buys/Invitation',
  component: 'kontor-invitation',
  args: { token: 'kin_of-a-letter' },
  globals: { who: 'visitor' },
  render: ({ token }) => html`<kontor-invitation .token=${token}></kontor-invitation>`,
};

export default meta;

export const Default: StoryObj = {};
export const Incomplete: StoryObj = {
  play({ canvasElement }) {
    canvasElement
      .querySelector('kontor-invitation')
      ?.shadowRoot?.querySelector<HTMLButtonElement>('button.primary')
      ?.click();
  },
};
export const WithoutALink: StoryObj = { args: { token: undefined } };
