import type { ShopCore } from '@kontor/state';
import shoppingCart from 'lucide/dist/esm/icons/shopping-cart.mjs';
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import '../../locale/en/cart.js';
import { controlStyles } from '../../theme/control.styles.js';
import { CartRequestedEvent } from './cart-requested-event.js';

export { CartRequestedEvent };

/**
 * The cart in one line, for the head of a page: how many lines and what they come to, kept up to date by every edit on the page
 * and in other tabs.
 *
 * @summary Leads to the cart and says what is in it.
 * @status stable
 * @event {CartRequestedEvent} kontor-cart-requested - Somebody wants to see the cart; cancel it to show it your way.
 * @csspart link - The link.
 */
export class KontorMiniCart extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    css`
      :host {
        display: inline-block;
      }

      .sum {
        font-weight: 400;
        opacity: 0.9;
      }

      .offline {
        border-color: var(--k-warn);
        background: var(--k-warn-tint);
        color: var(--k-warn);
      }

      @media (max-width: 480px) {
        .sum {
          display: none;
        }
      }
    `,
  ];

  /** Where the cart is. */
  @property() href: string | undefined;

  readonly #cart = new StoreController(this, () => this.currentShop?.cart.$cart);

  protected override renderShop(_shop: ShopCore): TemplateResult | typeof nothing {
    const view = this.#cart.value;
    const { words } = this;
    if (!view || view.status === 'closed') return nothing;
    const { summary } = view;
    const count = summary?.lineCount ?? 0;
    const text =
      count > 0 ? `${words.t('cart.title')} · ${words.number(String(count))}` : words.t('cart.title');
    const sum =
      summary?.totals && count > 0
        ? html`<span class="sum">${words.money(summary.totals.total, summary.totals.currency)}</span>`
        : nothing;
    return html`<a
      part="link"
      class="button primary ${view.isOffline ? 'offline' : ''}"
      href=${this.href ?? nothing}
      role=${this.href ? nothing : 'button'}
      tabindex=${this.href ? nothing : 0}
      title=${view.isOffline ? words.t('cart.offline') : nothing}
      @click=${this.#handleClick}
      @keydown=${this.#handleKey}
      >${icon(shoppingCart)}<span>${text}</span>${sum}</a
    >`;
  }

  #handleClick(event: Event): void {
    if (!this.tell(new CartRequestedEvent())) event.preventDefault();
  }

  #handleKey(event: KeyboardEvent): void {
    if (!this.href && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      this.tell(new CartRequestedEvent());
    }
  }
}

define('kontor-mini-cart', KontorMiniCart);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-mini-cart': KontorMiniCart;
  }
}
