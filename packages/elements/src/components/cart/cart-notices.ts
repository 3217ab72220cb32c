import type { AgreementSwitch } from '@kontor/sdk';
import type { CartView, ShopCore, Switching } from '@kontor/state';
import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';

/** What happened to the cart as a whole: a switched agreement, a lost connection. */
export function renderCartNotices(
  words: Words,
  shop: ShopCore,
  view: CartView,
  switching: Switching | undefined,
): TemplateResult {
  return html`<div role="status">
    ${
      view.isOffline
        ? html`<div class="note warn">
            <span class="grow">${words.t('cart.offline')}</span>
            <button @click=${() => shop.cart.retry()}>${words.t('common.retry')}</button>
          </div>`
        : nothing
    }
    ${
      view.error !== undefined && !view.isOffline && view.status === 'ready'
        ? html`<div class="note bad"><span class="grow">${words.problem(view.error)}</span></div>`
        : nothing
    }
    ${switching ? renderSwitching(words, shop, switching) : nothing}
  </div>`;
}

function renderSwitching(
  words: Words,
  shop: ShopCore,
  switching: Switching,
): TemplateResult | typeof nothing {
  const { session } = shop;
  const dismiss = html`<button class="quiet" @click=${() => session.dismissSwitch()}>
    ${words.t('common.close')}
  </button>`;
  switch (switching.status) {
    case 'done':
      return html`<div class="note">
        <span class="grow">${switchedText(words, shop, switching.result)}</span>
        ${
          switching.from === null
            ? nothing
            : html`<button @click=${() => void session.switchBack()}>${words.t('switched.back')}</button>`
        }
        ${dismiss}
      </div>`;
    case 'elsewhere':
      return html`<div class="note">
        <span class="grow"
          >${words.t('switched.elsewhere', { name: session.$agreement.get()?.name ?? '' })}</span
        >
        ${dismiss}
      </div>`;
    case 'failed':
      return html`<div class="note bad">
        <span class="grow">${words.t('switched.failed')} ${words.problem(switching.error)}</span>
        ${dismiss}
      </div>`;
    default:
      return nothing;
  }
}

function switchedText(
  words: Words,
  shop: ShopCore,
  { difference, repriced, removed, cart }: AgreementSwitch,
): TemplateResult {
  const name = shop.session.$agreement.get()?.name ?? '';
  const currency = cart?.totals?.currency;
  const first =
    difference?.percent && currency
      ? words.t('switched.done', {
          difference: words.difference(difference.amount, currency),
          percent: words.percent(difference.percent),
        })
      : words.t('switched.plain', { name });
  const details = [
    repriced.length > 0 ? words.t('switched.changed', { n: repriced.length }) : '',
    removed.length > 0 ? words.t('switched.removed', { n: removed.length }) : '',
  ].filter(Boolean);
  return html`<b>${first}</b> ${details.length > 0 ? `${details.join(', ')}.` : nothing}`;
}
