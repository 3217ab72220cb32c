import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { skus } from '../../../test/demo.js';
import './checkout.js';

const meta: Meta = {
  title: 'Order/Checkout',
  component: 'kontor-checkout',
  parameters: { kontor: { cart: [[skus.packs, '200']] } },
  render: () => html`<kontor-checkout></kontor-checkout>`,
};

export default meta;

export const Default: StoryObj = {};
export const EmptyCart: StoryObj = { parameters: { kontor: { cart: [] } } };
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /checkouts?|delivery/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /checkouts?|delivery/ } } };
export const OnAPhone: StoryObj = {
  render: () => html`<div class="phone"><kontor-checkout></kontor-checkout></div>`,
};
