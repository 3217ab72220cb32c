import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { emptyLists } from '../../../test/story-answers.js';
import './facets.js';

const meta: Meta = {
  title: 'Find/Facets',
  component: 'kontor-facets',
  render: () => html`<kontor-facets></kontor-facets>`,
};

export default meta;

export const Default: StoryObj = {};
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Empty: StoryObj = { parameters: { kontor: { answer: emptyLists(/facets/) } } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /facets/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /facets/ } } };
