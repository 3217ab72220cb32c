import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { skus } from '../../../test/demo.js';
import './add-to-cart.js';

const meta: Meta = {
  title: 'Choose/Add to cart',
  component: 'kontor-add-to-cart',
  args: { sku: skus.packs },
  render: ({ sku }) => html`<kontor-add-to-cart .sku=${sku}></kontor-add-to-cart>`,
};

export default meta;

export const Default: StoryObj = {};
export const InTheCart: StoryObj = { parameters: { kontor: { cart: [[skus.packs, '40']] } } };
export const Discontinued: StoryObj = { args: { sku: skus.discontinued } };
export const NoPrices: StoryObj = { globals: { who: 'requester' }, args: { sku: skus.notExported } };
/** Shows nothing to who cannot fill a cart. */
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /variants/ } } };
