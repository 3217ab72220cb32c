import type { Order } from '@kontor/sdk';
import type { Remote, SessionPart } from '@kontor/state';
import { html, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';
import { maySeeOrders, renderClosedOrders } from '../orders/closed-orders.js';

/** An order that is not there yet, could not be loaded, or is not for those who look. */
export function renderAbsentOrder(
  words: Words,
  remote: Remote<Order> | undefined,
  session: ReturnType<SessionPart['$session']['get']>['value'],
  onSignIn: () => void,
): TemplateResult {
  if (session && maySeeOrders(session) === false) return renderClosedOrders(words, session, onSignIn);
  const { status, error } = (session && remote?.$state.get()) ?? { status: 'loading', error: undefined };
  if (status !== 'failed')
    return html`<div class="state" role="status"><span class="bone">${'\u2007'.repeat(24)}</span></div>`;
  return html`<div class="state" role="alert">
    <p class="title">${words.problem(error)}</p>
    <button @click=${() => void remote?.reload()}>${words.t('common.retry')}</button>
  </div>`;
}
