import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { skus } from '../../../test/demo.js';
import { openPopover } from '../../../test/open-popover.js';
import './agreement-switcher.js';

const meta: Meta = {
  title: 'Who buys/Agreement switcher',
  component: 'kontor-agreement-switcher',
  parameters: { kontor: { cart: [[skus.packs, '200']] } },
  render: () => html`<kontor-agreement-switcher></kontor-agreement-switcher>`,
};

export default meta;

export const Default: StoryObj = {};
export const Open: StoryObj = { play: openPopover('kontor-agreement-switcher') };
export const OneAgreement: StoryObj = { globals: { who: 'smallShop' } };
/** Shows nothing to visitors. */
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
