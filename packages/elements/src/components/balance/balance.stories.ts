import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import type { ChangeAnswer } from '../../../test/story-answers.js';
import './balance.js';

const meta: Meta = {
  title: 'Afterwards/Balance',
  component: 'kontor-balance',
  render: () => html`<kontor-balance></kontor-balance>`,
};

export default meta;

const changed =
  (change: object | null): ChangeAnswer =>
  (body, call) => {
    if (!call.endsWith('/company/balance')) return body;
    const { balance } = body as { balance: object };
    return { balance: change && { ...balance, ...change } };
  };
const rub = (amount: string): object => ({ amount, currency: 'RUB' });

export const Default: StoryObj = {};
export const OverTheLimit: StoryObj = {
  parameters: {
    kontor: { answer: changed({ debt: rub('518900.00'), available: rub('-18900.00') }) },
  },
};
export const PaidInAdvance: StoryObj = {
  parameters: {
    kontor: {
      answer: changed({ debt: rub('-12500.00'), overdue: rub('0.00'), creditLimit: null, available: null }),
    },
  },
};
export const Unknown: StoryObj = { parameters: { kontor: { answer: changed(null) } } };
/** A buyer who may not see the balance. */
export const NotAllowed: StoryObj = { globals: { who: 'requester' } };
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /balance/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /balance/ } } };
export const OnAPhone: StoryObj = {
  render: () => html`<div class="phone"><kontor-balance></kontor-balance></div>`,
};
