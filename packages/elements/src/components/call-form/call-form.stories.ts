import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { skus } from '../../../test/demo.js';
import './call-form.js';

const meta: Meta = {
  title: 'Who buys/Call form',
  component: 'kontor-call-form',
  args: { subject: 'Hexagon head screw DIN 933 M10×50' },
  render: ({ subject }) =>
    html`<kontor-call-form .about=${{ sku: skus.outOfStock }} .subject=${subject}></kontor-call-form>`,
};

export default meta;

export const Default: StoryObj = {};
export const AboutNothing: StoryObj = { render: () => html`<kontor-call-form></kontor-call-form>` };
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const OnAPhone: StoryObj = {
  render: () => html`<div class="phone"><kontor-call-form></kontor-call-form></div>`,
};
