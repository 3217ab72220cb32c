import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import './search.js';

const meta: Meta = {
  title: 'Find/Search',
  component: 'kontor-search',
  render: () => html`<kontor-search></kontor-search>`,
};

export default meta;

export const Default: StoryObj = {};
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
/** A typo is forgiven. */
export const Suggesting: StoryObj = {
  play: ({ canvasElement }) => search(canvasElement, 'болт'),
};
export const NothingFound: StoryObj = { play: ({ canvasElement }) => search(canvasElement, 'qqqqqq') };
export const Failed: StoryObj = {
  parameters: { kontor: { cut: /suggest/ } },
  play: ({ canvasElement }) => search(canvasElement, 'болт'),
};

async function search(canvas: HTMLElement, text: string): Promise<void> {
  const field = await fieldOf(canvas);
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

async function fieldOf(canvas: HTMLElement): Promise<HTMLInputElement> {
  const search = canvas.querySelector('kontor-search');
  await search?.updateComplete;
  const field = search?.shadowRoot?.querySelector('input');
  if (!field) throw new Error('There is no field');
  return field;
}
