import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { emptyLists } from '../../../test/story-answers.js';
import './orders.js';

const meta: Meta = {
  title: 'Afterwards/Orders',
  component: 'kontor-orders',
  render: () => html`<kontor-orders></kontor-orders>`,
};

export default meta;

export const Default: StoryObj = {};
export const OnlyOnesOwn: StoryObj = { globals: { who: 'requester' } };
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /orders/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /orders/ } } };
export const OnAPhone: StoryObj = {
  render: () => html`<div class="phone"><kontor-orders></kontor-orders></div>`,
};
export const Empty: StoryObj = { parameters: { kontor: { answer: emptyLists(/orders/) } } };
