import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { longNames } from '../../../test/story-answers.js';
import { products } from '../../../test/demo.js';
import './product.js';

const meta: Meta = {
  title: 'Choose/Product',
  component: 'kontor-product',
  args: { product: products.bolts },
  render: ({ product }) => html`<kontor-product .product=${product}></kontor-product>`,
};

export default meta;

export const Default: StoryObj = {};
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Gone: StoryObj = { args: { product: 'prd_unknown' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /products/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /products/ } } };
export const OnAPhone: StoryObj = {
  render: ({ product }) =>
    html`<div class="phone"><kontor-product .product=${product}></kontor-product></div>`,
};
export const LongNames: StoryObj = { parameters: { kontor: { answer: longNames } } };
