import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import './quantity.js';

const meta: Meta = {
  title: 'Choose/Quantity',
  component: 'kontor-quantity',
  args: { value: '40', label: 'Bolt M8×40', withoutButtons: false, disabled: false },
  render: ({ value, label, withoutButtons, disabled }) =>
    html`<kontor-quantity
      .value=${value}
      .label=${label}
      .withoutButtons=${withoutButtons}
      .disabled=${disabled}
    ></kontor-quantity>`,
};

export default meta;

export const Default: StoryObj = {};
export const Empty: StoryObj = { args: { value: '' } };
export const WithoutButtons: StoryObj = { args: { withoutButtons: true } };
export const Disabled: StoryObj = { args: { disabled: true } };
export const LargeNumber: StoryObj = { args: { value: '1250000.5' } };
export const NotANumber: StoryObj = {
  play({ canvasElement }) {
    const field = canvasElement.querySelector('kontor-quantity')?.shadowRoot?.querySelector('input');
    if (!field) throw new Error('There is no field');
    field.value = 'a dozen';
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  },
};
