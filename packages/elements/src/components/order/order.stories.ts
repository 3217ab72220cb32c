import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import './order.js';

const meta: Meta = {
  title: 'Afterwards/Order',
  component: 'kontor-order',
  args: { orderId: 'ord_k-000179' },
  render: ({ orderId }) => html`<kontor-order .orderId=${orderId}></kontor-order>`,
};

export default meta;

export const Default: StoryObj = {};
export const Unknown: StoryObj = { args: { orderId: 'ord_k-999999' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /orders/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /orders/ } } };
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
