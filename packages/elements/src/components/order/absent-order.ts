import type { Order } from '@kontor/sdk';
import type { Remote } from '@kontor/state';
import { html, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';

/** An order that is not there yet, or could not be loaded. */
export function renderAbsentOrder(words: Words, remote: Remote<Order> | undefined): TemplateResult {
  const { status, error } = remote?.$state.get() ?? { status: 'loading', error: undefined };
  if (status !== 'failed')
    return html`<div class="state" role="status"><span class="bone">${'\u2007'.repeat(24)}</span></div>`;
  return html`<div class="state" role="alert">
    <p class="title">${words.problem(error)}</p>
    <button @click=${() => void remote?.reload()}>${words.t('common.retry')}</button>
  </div>`;
}
