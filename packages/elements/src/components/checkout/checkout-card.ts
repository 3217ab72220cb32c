import type { Checkout } from '@kontor/sdk';
import { isPriceChanged } from '@kontor/sdk';
import type { Placing, ShopCore } from '@kontor/state';
import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';
import '../call-me/call-me.js';
import { renderVat } from '../cart/vat-lines.js';

/** What the order comes to, and the button that places it; a refusal stands where the button is. */
export function renderCheckoutCard(
  words: Words,
  shop: ShopCore,
  checkout: Checkout,
  state: { readonly placing: Placing | undefined; readonly saving: number },
): TemplateResult {
  const { totals, cart } = checkout;
  const { placeOrders } = shop.session.$can.get();
  const isBusy = state.placing?.status === 'running';
  return html`<aside
    class="card ${state.saving > 0 ? 'saving' : ''}"
    part="card"
    aria-label=${words.t('cart.summary')}
  >
    ${
      totals
        ? html`<dl aria-live="polite">
            <dt>${words.t('cart.goods', { n: cart.lineCount })}</dt>
            <dd>${cart.totals ? words.money(cart.totals.total, cart.totals.currency) : nothing}</dd>
            ${
              totals.delivery === undefined
                ? nothing
                : html`<dt>${words.t('checkout.delivery')}</dt>
                    <dd>
                      ${
                        Number(totals.delivery) === 0
                          ? words.t('checkout.free')
                          : words.money(totals.delivery, totals.currency)
                      }
                    </dd>`
            }
            <dt class="total">${words.t('cart.total')}</dt>
            <dd class="total">${words.money(totals.total, totals.currency)}</dd>
            ${renderVat(words, totals)}
          </dl>`
        : html`<p>${words.t('cart.noPrices')}</p>`
    }
    <div role="alert">
      ${state.placing?.status === 'failed' ? renderRefusal(words, shop, checkout, state.placing.error) : nothing}
    </div>
    <button class="primary big" part="place" ?disabled=${!placeOrders || isBusy || !totals}>
      ${isBusy ? words.t('checkout.placing') : words.t('checkout.place')}
    </button>
    <p>${words.t(placeOrders ? 'checkout.invoiceHint' : 'cart.mayNotPlace')}</p>
    ${
      cart.problemCount > 0
        ? html`<p class="warn">${words.t('cart.problems', { n: cart.problemCount })}</p>
            <kontor-call-me .shop=${shop} .about=${{ cartId: cart.id }}></kontor-call-me>`
        : nothing
    }
    <slot name="card"></slot>
  </aside>`;
}

/** Why nothing was placed; where goods are short, which ones; and who helps. */
function renderRefusal(words: Words, shop: ShopCore, { cart }: Checkout, error: unknown): TemplateResult {
  const { params } = (error ?? {}) as { params?: { lines?: readonly { sku?: string; name?: string }[] } };
  const lines = isPriceChanged(error) ? [] : (params?.lines ?? []);
  return html`<div class="note bad">
    <span class="grow"
      >${words.problem(error)}${
        lines.length > 0
          ? html`<ul class="lines">
              ${lines.slice(0, 5).map(({ name, sku }) => html`<li>${name ?? sku}</li>`)}
            </ul>`
          : nothing
      }</span
    >
    <kontor-call-me .shop=${shop} .about=${{ cartId: cart.id }}></kontor-call-me>
  </div>`;
}
