import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { skus } from '../../../test/demo.js';
import './stock.js';

const meta: Meta = {
  title: 'Choose/Stock',
  component: 'kontor-stock',
  args: { sku: skus.tiers, allWarehouses: false },
  render: ({ sku, allWarehouses }) =>
    html`<kontor-stock .sku=${sku} .allWarehouses=${allWarehouses}></kontor-stock>`,
};

export default meta;

export const Default: StoryObj = {};
export const AllWarehouses: StoryObj = { args: { allWarehouses: true } };
export const OutOfStock: StoryObj = { args: { sku: skus.outOfStock } };
export const Capped: StoryObj = { globals: { who: 'competitor' } };
export const AsLevels: StoryObj = { globals: { who: 'smallShop' } };
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /stock/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /stock/ } } };
