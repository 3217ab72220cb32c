import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { emptyLists, longNames } from '../../../test/story-answers.js';
import './category-tree.js';

const meta: Meta = {
  title: 'Find/Category tree',
  component: 'kontor-category-tree',
  args: { compact: false },
  render: ({ compact }) => html`<kontor-category-tree .compact=${compact}></kontor-category-tree>`,
};

export default meta;

export const Default: StoryObj = {};
export const Compact: StoryObj = { args: { compact: true } };
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /categories/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /categories/ } } };
export const Empty: StoryObj = { parameters: { kontor: { answer: emptyLists(/categories/) } } };
export const LongNames: StoryObj = { parameters: { kontor: { answer: longNames } } };
