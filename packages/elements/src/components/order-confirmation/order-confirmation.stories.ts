import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import './order-confirmation.js';

const meta: Meta = {
  title: 'Order/Order confirmation',
  component: 'kontor-order-confirmation',
  args: { orderId: 'ord_k-000179' },
  render: ({ orderId }) => html`<kontor-order-confirmation .orderId=${orderId}></kontor-order-confirmation>`,
};

export default meta;

export const Default: StoryObj = {};
export const Loading: StoryObj = { parameters: { kontor: { hold: /orders/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /orders/ } } };
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
