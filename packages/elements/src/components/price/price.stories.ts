import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { skus } from '../../../test/demo.js';
import './price.js';

const meta: Meta = {
  title: 'Choose/Price',
  component: 'kontor-price',
  args: { sku: skus.tiers, withTiers: false },
  render: ({ sku, quantity, withTiers }) =>
    html`<kontor-price .sku=${sku} .quantity=${quantity} .withTiers=${withTiers}></kontor-price>`,
};

export default meta;

export const Default: StoryObj = {};
export const WithTiers: StoryObj = { args: { withTiers: true } };
export const TierReached: StoryObj = { args: { quantity: '2000' } };
export const OnRequest: StoryObj = { args: { sku: skus.withoutPrice } };
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const NoPrices: StoryObj = { globals: { who: 'requester' }, args: { sku: skus.notExported } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /prices/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /prices/ } } };
