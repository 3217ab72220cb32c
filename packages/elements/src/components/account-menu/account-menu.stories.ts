import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { openPopover } from '../../../test/open-popover.js';
import './account-menu.js';

const meta: Meta = {
  title: 'Who buys/Account menu',
  component: 'kontor-account-menu',
  render: () => html`<kontor-account-menu></kontor-account-menu>`,
};

export default meta;

export const Default: StoryObj = {};
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Open: StoryObj = { play: openPopover('kontor-account-menu') };
