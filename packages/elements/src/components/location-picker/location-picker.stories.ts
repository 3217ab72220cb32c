import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { openPopover } from '../../../test/open-popover.js';
import './location-picker.js';

const meta: Meta = {
  title: 'Who buys/Location picker',
  component: 'kontor-location-picker',
  render: () => html`<kontor-location-picker></kontor-location-picker>`,
};

export default meta;

export const Default: StoryObj = {};
export const Open: StoryObj = { play: openPopover('kontor-location-picker') };
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /locations|warehouses/ } } };
