import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { emptyLists, longNames } from '../../../test/story-answers.js';
import './catalog.js';

const meta: Meta = {
  title: 'Find/Catalogue',
  component: 'kontor-catalog',
  args: { view: 'list' },
  argTypes: { view: { control: 'inline-radio', options: ['list', 'table', 'tiles'] } },
  render: ({ view }) => html`<kontor-catalog .view=${view}></kontor-catalog>`,
};

export default meta;

export const Default: StoryObj = {};
export const Table: StoryObj = { args: { view: 'table' } };
export const Tiles: StoryObj = { args: { view: 'tiles' } };
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /products/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /products/ } } };
export const Empty: StoryObj = { parameters: { kontor: { answer: emptyLists(/products/) } } };
export const LongNames: StoryObj = { parameters: { kontor: { answer: longNames } } };
export const LongNamesInTiles: StoryObj = {
  args: { view: 'tiles' },
  parameters: { kontor: { answer: longNames } },
};
