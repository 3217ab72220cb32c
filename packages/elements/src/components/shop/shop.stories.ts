import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { skus } from '../../../test/demo.js';
import '../add-to-cart/add-to-cart.js';
import '../price/price.js';
import '../stock/stock.js';
import './shop.js';

const meta: Meta = {
  title: 'Shop',
  component: 'kontor-shop',
  render: () =>
    html`<article>
      <h2>Nut DIN 934, M8</h2>
      <kontor-price sku=${skus.tiers}></kontor-price>
      <kontor-stock sku=${skus.tiers}></kontor-stock>
      <kontor-add-to-cart sku=${skus.tiers}></kontor-add-to-cart>
    </article>`,
};

export default meta;

/** Elements on a supplier's own card. */
export const Default: StoryObj = {};
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
