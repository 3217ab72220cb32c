import type { OrderingRule, Variant } from '@kontor/sdk';
import type { LineView, Remote, ShopCore } from '@kontor/state';
import check from 'lucide/dist/esm/icons/check.mjs';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import { controlStyles } from '../../theme/control.styles.js';
import '../quantity/quantity.js';
import { addToCartStyles } from './add-to-cart.styles.js';
import { CartAddedEvent, CartAddEvent } from './cart-events.js';
import { outcomeText } from './outcome-words.js';

export { CartAddedEvent, CartAddEvent };

/**
 * Puts one variant into the cart: a quantity and a button for a supplier's own card. Says what is in the cart already and what
 * the supplier's ordering rules made of the quantity. Shows nothing to who cannot fill a cart.
 *
 * @summary Adds a variant to the cart.
 * @status stable
 * @event {CartAddEvent} kontor-cart-add - Before it is added; cancelable.
 * @event {CartAddedEvent} kontor-cart-added - It is in the cart and saved.
 * @csspart button - The button.
 */
export class KontorAddToCart extends KontorElement {
  static override styles: CSSResultGroup = [KontorElement.styles, controlStyles, addToCartStyles];

  /** Article of the variant. */
  @property() sku = '';

  @state() private quantity = '';

  readonly #cart = new StoreController(this, () => this.currentShop?.cart.$cart);
  readonly #variant = new StoreController(this, () => this.#remote?.$state);
  #remote: Remote<Variant> | undefined;
  #remoteOf: { shop: ShopCore; sku: string } | undefined;

  constructor() {
    super();
    // Lines are read one by one from the cart; this renders when they change.
    new StoreController(this, () => this.currentShop?.cart.$lines);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const shop = this.currentShop;
    if (changed.has('sku')) this.quantity = '';
    if (!shop || !this.sku) this.#remote = undefined;
    else if (this.#remoteOf?.shop !== shop || this.#remoteOf.sku !== this.sku) {
      this.#remoteOf = { shop, sku: this.sku };
      this.#remote = shop.products.variant(this.sku);
    }
  }

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    const { words } = this;
    const cart = this.#cart.value;
    if (!this.sku || cart?.status === 'closed') return nothing;
    const variant = this.#variant.value?.value;
    const rule: OrderingRule | undefined = variant?.orderingRule;
    const isGone = variant?.status === 'discontinued';
    return html`<form @submit=${this.#handleSubmit}>
        <kontor-quantity
          .shop=${shop}
          .label=${variant?.name ?? this.sku}
          .rule=${rule}
          .value=${this.quantity || (rule?.min ?? '')}
          ?disabled=${isGone}
          @input=${this.#handleQuantity}
        ></kontor-quantity>
        <button class="primary" part="button" ?disabled=${isGone || !variant || cart?.status !== 'ready'}>
          ${words.t('addToCart.add')}
        </button>
      </form>
      <p role="status" class=${this.#tone(shop.cart.line(this.sku))}>
        ${isGone ? words.t('outcome.discontinued') : this.#renderLine(shop.cart.line(this.sku))}
      </p>`;
  }

  #tone(view: LineView | undefined): string {
    if (view?.outcome) return view.outcome.status;
    return view && !view.isSaving ? 'saved' : '';
  }

  #renderLine(view: LineView | undefined): TemplateResult | string | typeof nothing {
    const { words } = this;
    if (!view) return nothing;
    if (view.outcome) return outcomeText(words, view.outcome);
    if (view.isSaving) return words.t('addToCart.saving');
    const unit = view.line?.unit.name ?? '';
    return html`${icon(check)}${words.t('addToCart.added', {
      quantity: `${words.number(view.quantity)} ${unit}`.trim(),
    })}`;
  }

  #handleQuantity(event: Event): void {
    this.quantity = (event.target as HTMLElementTagNameMap['kontor-quantity']).value;
  }

  async #handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const shop = this.currentShop;
    const { sku } = this;
    const quantity = this.quantity || this.#variant.value?.value?.orderingRule.min;
    if (!shop || !quantity || !this.tell(new CartAddEvent({ sku, quantity }))) return;
    shop.cart.add(sku, quantity);
    try {
      await shop.cart.settled();
      this.tell(new CartAddedEvent({ sku, quantity, line: shop.cart.line(sku)?.line }));
    } catch {
      // The cart keeps it and tells: it is saved when there is a connection again.
    }
  }
}

define('kontor-add-to-cart', KontorAddToCart);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-add-to-cart': KontorAddToCart;
  }
}
