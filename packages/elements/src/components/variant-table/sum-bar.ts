import type { Price } from '@kontor/sdk';
import { subtractQuantities, type CartView, type LineView } from '@kontor/state';
import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';
import { priceAt } from './row-cells.js';

/** The line at the bottom: how many lines the cart has and what they come to, by the gateway. */
export function renderSumBar(words: Words, cart: CartView, hint: string, onCart: () => void): TemplateResult {
  const totals = cart.summary?.totals;
  const isEmpty = cart.summary?.lineCount === 0 && cart.unsaved === 0;
  const lines = cart.summary ? words.t('common.lines', { n: cart.summary.lineCount }) : '\u2007';
  const vat = totals && totals.vat !== '0.00' ? words.money(totals.vat, totals.currency) : undefined;
  const news = cart.isOffline
    ? words.t('table.offline')
    : cart.error !== undefined
      ? words.problem(cart.error)
      : html`${vat === undefined ? nothing : words.t('table.vat', { vat })}<span class="hint"
            >${vat !== undefined && hint ? ' · ' : ''}${hint}</span
          >`;
  return html`<div class="bar" part="bar" aria-busy=${!cart.summary && cart.error === undefined}>
    <div class="total">
      <b class=${isEmpty ? 'quiet' : cart.unsaved > 0 ? 'outdated' : nothing}
        >${isEmpty ? words.t('problem.cart_empty') : totals ? `${lines} · ${words.money(totals.total, totals.currency)}` : lines}</b
      >
      <small class=${cart.isOffline || cart.error !== undefined ? 'warn' : nothing}>${news}</small>
    </div>
    <slot name="actions"></slot>
    <button class="primary" type="button" part="cart-button" @click=${onCart}>
      ${words.t('table.toCart')}
    </button>
  </div>`;
}

/** How much more of a line makes it cheaper; empty when nothing does. */
export function nextTierText(
  words: Words,
  sku: string,
  view: LineView | undefined,
  price: Price | undefined,
): string {
  if (!price || !view || view.quantity === '0') return '';
  const { next } = priceAt(price, view);
  if (!next) return '';
  const more = words.number(subtractQuantities(next.from, view.quantity));
  return `${sku}: ${words.t('price.next', { more, price: words.unitPrice(next.unitPrice) })}`;
}
