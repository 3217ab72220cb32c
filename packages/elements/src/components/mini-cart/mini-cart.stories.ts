import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { skus } from '../../../test/demo.js';
import './mini-cart.js';

const meta: Meta = {
  title: 'Cart/Mini cart',
  component: 'kontor-mini-cart',
  parameters: { kontor: { cart: [[skus.packs, '200']] } },
  render: () => html`<kontor-mini-cart href="#cart"></kontor-mini-cart>`,
};

export default meta;

export const Default: StoryObj = {};
export const Empty: StoryObj = { parameters: { kontor: { cart: [] } } };
export const NoPrices: StoryObj = {
  globals: { who: 'requester' },
  parameters: { kontor: { cart: [[skus.notExported, '10']] } },
};
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /carts/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /carts/ } } };
