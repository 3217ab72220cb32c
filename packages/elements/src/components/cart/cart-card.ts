import type { CartCheck, CartSummary } from '@kontor/sdk';
import type { ShopCore } from '@kontor/state';
import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';
import { leadTimeText } from '../stock/stock-words.js';
import { renderVat } from './vat-lines.js';

/** The card beside the lines: what it comes to, and the way to the order with what stands in it. */
export function renderCartCard(
  words: Words,
  shop: ShopCore,
  summary: CartSummary,
  onCheckout: () => void,
): TemplateResult {
  const { totals, problemCount, lineCount } = summary;
  const { placeOrders, seePrices } = shop.session.$can.get();
  return html`<aside class="card" part="card" aria-label=${words.t('cart.summary')}>
    ${
      totals
        ? html`<dl>
            <dt>${words.t('cart.goods', { n: lineCount })}</dt>
            <dd>${words.money(totals.total, totals.currency)}</dd>
            <dt class="total">${words.t('cart.total')}</dt>
            <dd class="total">${words.money(totals.total, totals.currency)}</dd>
            ${renderVat(words, totals)}
          </dl>`
        : html`<p>${words.t('cart.noPrices')}</p>`
    }
    <button class="primary big" part="checkout" ?disabled=${!placeOrders} @click=${onCheckout}>
      ${words.t('cart.checkout')}
    </button>
    ${problemCount > 0 ? html`<p class="warn">${words.t('cart.problems', { n: problemCount })}</p>` : nothing}
    ${placeOrders ? nothing : html`<p>${words.t(seePrices === 'own' ? 'cart.mayNotPlace' : 'cart.mayNotSee')}</p>`}
    <slot name="card"></slot>
  </aside>`;
}

/** From where the goods come and when: the deliveries that this cart would be. */
export function renderDeliveries(
  words: Words,
  groups: CartCheck['groups'],
  nameOf: (warehouseId: string) => string,
): TemplateResult | typeof nothing {
  const served = groups.filter(({ warehouseId }) => warehouseId !== null);
  if (served.length === 0) return nothing;
  return html`<ul class="deliveries" part="deliveries" aria-label=${words.t('cart.deliveries')}>
    ${served.map(
      ({ warehouseId, lines, leadTime }) =>
        html`<li>
          <b>${nameOf(warehouseId ?? '')}</b>
          <small
            >${[leadTimeText(words, leadTime), words.t('common.lines', { n: lines.length })]
              .filter(Boolean)
              .join(' · ')}</small
          >
        </li>`,
    )}
  </ul>`;
}
