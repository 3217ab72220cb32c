import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { emptyLists } from '../../../test/story-answers.js';
import { skus } from '../../../test/demo.js';
import './analogues.js';

const meta: Meta = {
  title: 'Choose/Analogues',
  component: 'kontor-analogues',
  args: { sku: skus.outOfStock },
  render: ({ sku }) => html`<kontor-analogues .sku=${sku}></kontor-analogues>`,
};

export default meta;

export const Default: StoryObj = {};
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /analogues/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /analogues/ } } };
export const OnAPhone: StoryObj = {
  render: ({ sku }) => html`<div class="phone"><kontor-analogues .sku=${sku}></kontor-analogues></div>`,
};
export const Empty: StoryObj = { parameters: { kontor: { answer: emptyLists(/analogues/) } } };
