import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { products, skus } from '../../../test/demo.js';
import { emptyLists, everythingSold, longNames } from '../../../test/story-answers.js';
import { screwOptions, tenThousand } from '../../../test/ten-thousand.js';
import './variant-table.js';

const meta: Meta = {
  title: 'Choose/Variant table',
  component: 'kontor-variant-table',
  args: { product: products.bolts, contained: false, withoutBar: false },
  render: ({ product, contained, withoutBar }) =>
    html`<kontor-variant-table
      .product=${product}
      .contained=${contained}
      .withoutBar=${withoutBar}
    ></kontor-variant-table>`,
};

export default meta;

export const Default: StoryObj = {};
export const InTheCart: StoryObj = {
  parameters: {
    kontor: {
      cart: [
        [skus.packs, '200'],
        [skus.outOfStock, '100'],
      ],
    },
  },
};
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const CappedStock: StoryObj = { globals: { who: 'competitor' } };
export const StockAsLevels: StoryObj = { globals: { who: 'smallShop' } };
export const Viewer: StoryObj = { globals: { who: 'viewer' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /variants/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /variants/ } } };
export const OnAPhone: StoryObj = {
  render: ({ product }) =>
    html`<div class="phone"><kontor-variant-table .product=${product}></kontor-variant-table></div>`,
};
export const NoPrices: StoryObj = { globals: { who: 'requester' }, args: { product: 'prd_hair-dye-lm' } };
export const Empty: StoryObj = { parameters: { kontor: { answer: emptyLists(/variants/) } } };
export const LongNames: StoryObj = { parameters: { kontor: { answer: longNames } } };
/** Only the rows in view are drawn. */
export const TenThousandRows: StoryObj = {
  parameters: { kontor: { answer: everythingSold } },
  render: () =>
    html`<kontor-variant-table
      class="window"
      contained
      .variants=${tenThousand}
      .options=${screwOptions}
    ></kontor-variant-table>`,
};
