import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { skus } from '../../../test/demo.js';
import { longNames } from '../../../test/story-answers.js';
import './cart.js';

const lines = [
  [skus.packs, '200'],
  [skus.tiers, '2000'],
  [skus.outOfStock, '100'],
] as const;

const salon = [[skus.notExported, '10']] as const;

const meta: Meta = {
  title: 'Cart/Cart',
  component: 'kontor-cart',
  parameters: { kontor: { cart: lines } },
  render: () => html`<kontor-cart checkout-href="#checkout"></kontor-cart>`,
};

export default meta;

export const Default: StoryObj = {};
export const Empty: StoryObj = { parameters: { kontor: { cart: [] } } };
export const NoPrices: StoryObj = { globals: { who: 'requester' }, parameters: { kontor: { cart: salon } } };
export const CappedStock: StoryObj = { globals: { who: 'competitor' } };
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /carts/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /carts/ } } };
export const OnAPhone: StoryObj = {
  render: () => html`<div class="phone"><kontor-cart checkout-href="#checkout"></kontor-cart></div>`,
};
export const LongNames: StoryObj = { parameters: { kontor: { cart: lines, answer: longNames } } };
