import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { skus } from '../../../test/demo.js';
import './call-me.js';

const meta: Meta = {
  title: 'Who buys/Call me',
  component: 'kontor-call-me',
  args: { sku: skus.outOfStock },
  render: ({ sku }) => html`<kontor-call-me .sku=${sku}></kontor-call-me>`,
};

export default meta;

export const Default: StoryObj = {};
export const WithOwnText: StoryObj = {
  render: () => html`<kontor-call-me>Ask for a larger quantity</kontor-call-me>`,
};
/** Shows nothing to visitors. */
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
