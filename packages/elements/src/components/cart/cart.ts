import type { CartSummary, LineChange } from '@kontor/sdk';
import type { CartView, LineView, Shop } from '@kontor/state';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import '../../locale/en/agreements.js';
import '../../locale/en/cart.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import '../quantity/quantity.js';
import { SignInRequestedEvent } from '../sign-in/session-events.js';
import { renderCartCard, renderDeliveries } from './cart-card.js';
import { AnaloguesRequestedEvent, CartEditEvent, CheckoutRequestedEvent } from './cart-events.js';
import { renderCartLine } from './cart-line.js';
import { renderCartNotices } from './cart-notices.js';
import { summaryStyles } from '../../theme/summary.styles.js';
import { cartStyles } from './cart.styles.js';

export { AnaloguesRequestedEvent, CartEditEvent, CheckoutRequestedEvent };

/** Lines that are drawn at first, and more at each step: a cart has up to 5,000. */
const step = 60;
/** From so many lines on there is a field to find one. */
const findFrom = 12;

/**
 * The cart: what is wrong with it and how to get out of it, from where it comes, every line with its price, what it comes to, and
 * the way to the order. Edits show at once and are saved in the background, also after a lost connection.
 *
 * @summary Shows and edits the current cart.
 * @status stable
 * @slot heading - Instead of the heading.
 * @slot empty - Instead of the text of an empty cart.
 * @slot card - At the end of the card with the sums.
 * @event {CartEditEvent} kontor-cart-edit - Before a quantity changes; cancelable.
 * @event {CheckoutRequestedEvent} kontor-checkout-requested - The buyer wants to order; cancel it to stay.
 * @event {AnaloguesRequestedEvent} kontor-analogues-requested - The buyer wants to see analogues of a line.
 * @event {SignInRequestedEvent} kontor-sign-in-requested - A visitor wants in.
 * @csspart card - The card with the sums.
 * @csspart checkout - The button to the order.
 * @csspart deliveries - From where the goods come.
 */
export class KontorCart extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    messageStyles,
    summaryStyles,
    cartStyles,
  ];

  /** Where the checkout is; without it `kontor-checkout-requested` alone tells the page. */
  @property({ attribute: 'checkout-href' }) checkoutHref: string | undefined;

  /** Address of a product, by the SKU and the product of a line; without it names are no links. */
  @property({ attribute: false }) productHref:
    ((sku: string, productId: string | null) => string | undefined) | undefined;

  @state() private query = '';
  @state() private drawn = step;
  @state() private removed:
    { readonly text: string; readonly edits: { sku: string; quantity: string }[] } | undefined;

  readonly #cart = new StoreController(this, () => this.currentShop?.cart.$cart);
  readonly #lines = new StoreController(this, () => this.currentShop?.cart.$lines);
  readonly #check = new StoreController(this, () => this.currentShop?.cart.check.$state);
  readonly #switching = new StoreController(this, () => this.currentShop?.session.$switching);
  readonly #warehouses = new StoreController(this, () => this.currentShop?.checkout.warehouses.$state);
  #forgetting: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#forgetting);
  }

  protected override renderShop(shop: Shop): TemplateResult {
    const view = this.#cart.value;
    if (!view || view.status === 'loading') return this.#renderBones();
    if (view.status === 'closed') return this.#renderClosed(shop);
    if (!view.summary) return this.#renderFailed(shop, view);
    // Lines that were refused for a cart that does not have them are told where they were entered.
    const lines = (this.#lines.value ?? []).filter(({ line, isSaving }) => line !== undefined || isSaving);
    return html`${renderCartNotices(this.words, shop, view, this.#switching.value)}
    ${view.summary.lineCount === 0 && lines.length === 0 ? this.#renderEmpty() : this.#renderCart(shop, view.summary, lines)}
    ${this.#renderRemoved(shop)}`;
  }

  #renderCart(shop: Shop, summary: CartSummary, lines: readonly LineView[]): TemplateResult {
    const { words } = this;
    const found = this.#find(lines);
    const changes = this.#changes();
    const groups = this.#check.value?.value?.groups ?? [];
    return html`<div class="layout">
      <section>
        ${this.#renderHeader(shop, summary, lines)}
        ${renderDeliveries(words, groups, (id) => this.#warehouses.value?.value?.find((each) => each.id === id)?.name ?? '…')}
        <ol class="lines">
          ${repeat(
            found.slice(0, this.drawn),
            ({ sku }) => sku,
            (view) =>
              renderCartLine(view, {
                words,
                shop,
                change: changes.get(view.sku),
                href: this.productHref,
                onQuantity: (line, quantity) => this.#edit(shop, line, quantity),
                onAnalogues: (sku) => this.tell(new AnaloguesRequestedEvent(sku)),
              }),
          )}
        </ol>
        ${
          found.length > this.drawn
            ? html`<div class="more">
                <button @click=${() => (this.drawn += step)}>
                  ${words.t('cart.moreLines', { n: found.length - this.drawn })}
                </button>
              </div>`
            : nothing
        }
      </section>
      ${renderCartCard(words, shop, summary, () => this.#checkout(summary.id))}
    </div>`;
  }

  #renderHeader(shop: Shop, { lineCount }: CartSummary, lines: readonly LineView[]): TemplateResult {
    const { words } = this;
    return html`<header>
      <slot name="heading"
        ><h1>${words.t('cart.title')} <small>${shop.session.$agreement.get()?.name ?? ''}</small></h1></slot
      >
      <div class="tools">
        ${
          lineCount >= findFrom
            ? html`<input
                type="search"
                aria-label=${words.t('cart.find')}
                placeholder=${words.t('cart.find')}
                .value=${this.query}
                @input=${(event: Event) => (this.query = (event.target as HTMLInputElement).value)}
              />`
            : nothing
        }
        <button class="link" @click=${() => void this.#clear(shop, lines)}>${words.t('cart.clear')}</button>
      </div>
    </header>`;
  }

  #renderBones(): TemplateResult {
    return html`<div class="layout" role="status" aria-label=${this.words.t('common.loading')}>
      <ol class="lines">
        ${[22, 16, 19].map(
          (length) =>
            html`<li class="line">
              <div class="name"><span class="bone">${'\u2007'.repeat(length)}</span></div>
            </li>`,
        )}
      </ol>
    </div>`;
  }

  #renderClosed(shop: Shop): TemplateResult {
    const { words } = this;
    const isVisitor = shop.session.$session.get().value?.person === null;
    return html`<div class="state">
      <p class="title">${words.t(isVisitor ? 'cart.visitor' : 'cart.mayNotFill')}</p>
      ${
        isVisitor
          ? html`<button class="primary" @click=${() => this.tell(new SignInRequestedEvent())}>
              ${words.t('common.signIn')}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderFailed(shop: Shop, { error }: CartView): TemplateResult {
    return html`<div class="state" role="alert">
      <p class="title">${this.words.problem(error)}</p>
      <button @click=${() => shop.cart.retry()}>${this.words.t('common.retry')}</button>
    </div>`;
  }

  #renderEmpty(): TemplateResult {
    return html`<div class="state">
      <slot name="empty"
        ><p class="title">${this.words.t('cart.empty')}</p>
        <p>${this.words.t('cart.emptyHint')}</p></slot
      >
    </div>`;
  }

  #renderRemoved(shop: Shop): TemplateResult {
    const { removed, words } = this;
    return html`<div role="status">
      ${
        removed
          ? html`<div class="toast">
              ${removed.text}
              <button
                @click=${() => {
                  shop.cart.setLines(removed.edits);
                  this.removed = undefined;
                }}
              >
                ${words.t('cart.undo')}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #find(lines: readonly LineView[]): readonly LineView[] {
    const wanted = this.query.trim().toLocaleLowerCase();
    if (!wanted) return lines;
    return lines.filter(({ sku, line }) => `${sku} ${line?.name ?? ''}`.toLocaleLowerCase().includes(wanted));
  }

  #changes(): ReadonlyMap<string, LineChange> {
    const last = this.#switching.value;
    return new Map(last?.status === 'done' ? last.result.repriced.map((change) => [change.sku, change]) : []);
  }

  #edit(shop: Shop, { sku, line, quantity: former }: LineView, quantity: string): void {
    if (!this.tell(new CartEditEvent({ sku, quantity }))) return;
    shop.cart.setQuantity(sku, quantity);
    if (quantity === '0')
      this.#offerUndo(this.words.t('cart.removed', { name: line?.name ?? sku }), [{ sku, quantity: former }]);
  }

  async #clear(shop: Shop, lines: readonly LineView[]): Promise<void> {
    const edits = lines.map(({ sku, quantity }) => ({ sku, quantity }));
    await shop.cart.clear();
    this.#offerUndo(this.words.t('cart.cleared'), edits);
  }

  #offerUndo(text: string, edits: { sku: string; quantity: string }[]): void {
    clearTimeout(this.#forgetting);
    this.removed = { text, edits };
    this.#forgetting = setTimeout(() => (this.removed = undefined), 10_000);
  }

  #checkout(cartId: string): void {
    if (this.tell(new CheckoutRequestedEvent(cartId)) && this.checkoutHref)
      location.assign(this.checkoutHref);
  }
}

define('kontor-cart', KontorCart);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-cart': KontorCart;
  }
}
