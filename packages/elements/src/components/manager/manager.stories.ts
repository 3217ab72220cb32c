import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import './manager.js';

const meta: Meta = {
  title: 'Who buys/Manager',
  component: 'kontor-manager',
  render: () => html`<kontor-manager></kontor-manager>`,
};

export default meta;

export const Default: StoryObj = {};
/** Shows nothing to visitors. */
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /company/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /company/ } } };
