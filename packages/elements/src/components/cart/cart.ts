import type { CartSummary, LineChange } from '@kontor/sdk';
import type { LineView, ShopCore } from '@kontor/state';
import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { styled } from '../../base/styled.js';
import '../../locale/en/agreements.js';
import '../../locale/en/cart.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import '../quantity/quantity.js';
import { SignInRequestedEvent } from '../sign-in/session-events.js';
import { renderCartCard, renderDeliveries } from './cart-card.js';
import { AnaloguesRequestedEvent, CartEditEvent, CheckoutRequestedEvent } from './cart-events.js';
import { renderCartHeader } from './cart-header.js';
import { renderCartLine } from './cart-line.js';
import { renderCartNotices } from './cart-notices.js';
import { renderBones, renderClosed, renderEmpty, renderFailed } from './cart-states.js';
import { summaryStyles } from '../../theme/summary.styles.js';
import { WarehouseNames } from '../stock/warehouse-names.js';
import { cartStyles } from './cart.styles.js';
import { LinesInView } from './lines-in-view.js';
import { RemovedLines } from './removed-lines.js';

export { AnaloguesRequestedEvent, CartEditEvent, CheckoutRequestedEvent };

/**
 * The cart: what is wrong with it and how to get out of it, from where it comes, every line with its price, what it comes to, and
 * the way to the order. Edits show at once and are saved in the background, also after a lost connection. Of a long cart the lines
 * in view are drawn, and on paper all of them.
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

  readonly #cart = new StoreController(this, () => this.currentShop?.cart.$cart);
  readonly #lines = new StoreController(this, () => this.currentShop?.cart.$lines);
  readonly #check = new StoreController(this, () => this.currentShop?.cart.check.$state);
  readonly #switching = new StoreController(this, () => this.currentShop?.session.$switching);
  readonly #warehouses = new StoreController(this, () => this.currentShop?.warehouses.$state);
  readonly #inView = new LinesInView(this);
  readonly #removed = new RemovedLines(this);
  readonly #names = new WarehouseNames();

  protected override renderShop(shop: ShopCore): TemplateResult {
    const view = this.#cart.value;
    if (!view || view.status === 'loading') return renderBones(this.words);
    if (view.status === 'closed')
      return renderClosed(this.words, shop, () => this.tell(new SignInRequestedEvent()));
    if (!view.summary) return renderFailed(this.words, view.error, () => shop.cart.retry());
    // Lines that were refused for a cart that does not have them are told where they were entered.
    const lines = (this.#lines.value ?? []).filter(({ line, isSaving }) => line !== undefined || isSaving);
    return html`${renderCartNotices(this.words, shop, view, this.#switching.value)}
    ${view.summary.lineCount === 0 && lines.length === 0 ? renderEmpty(this.words) : this.#renderCart(shop, view.summary, lines)}
    ${this.#removed.render(this.words, shop)}`;
  }

  #renderCart(shop: ShopCore, summary: CartSummary, lines: readonly LineView[]): TemplateResult {
    const { words } = this;
    const groups = this.#check.value?.value?.groups ?? [];
    return html`<div class="layout">
      <section>
        ${renderCartHeader(words, {
          agreement: shop.session.$agreement.get()?.name ?? '',
          lineCount: summary.lineCount,
          query: this.query,
          onFind: (query) => (this.query = query),
          onClear: () => void this.#clear(shop, lines),
        })}
        ${renderDeliveries(words, groups, this.#names.of(this.#warehouses.value?.value))}
        ${this.#renderLines(shop, this.#find(lines))}
      </section>
      ${renderCartCard(words, shop, summary, () => this.#checkout(summary.id))}
    </div>`;
  }

  #renderLines(shop: ShopCore, found: readonly LineView[]): TemplateResult {
    const changes = this.#changes();
    const { lines, above, below, isPart } = this.#inView.choose(found.map(({ sku }) => sku));
    const drawn = lines.flatMap(({ row, keptAt }) => {
      const view = found[row];
      return view ? [{ view, place: { position: row + 1, count: found.length, keptAt } }] : [];
    });
    return html`<ol
      class="lines"
      ${styled('padding-top', `${String(above)}px`)}
      ${styled('padding-bottom', `${String(below)}px`)}
    >
      ${repeat(
        drawn,
        ({ view }) => view.sku,
        ({ view, place }) =>
          renderCartLine(
            view,
            {
              words: this.words,
              shop,
              change: changes.get(view.sku),
              href: this.productHref,
              onQuantity: (line, quantity) => this.#edit(shop, line, quantity),
              onAnalogues: (sku) => this.tell(new AnaloguesRequestedEvent(sku)),
            },
            isPart ? place : undefined,
          ),
      )}
    </ol>`;
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

  #edit(shop: ShopCore, { sku, line, quantity: former }: LineView, quantity: string): void {
    if (!this.tell(new CartEditEvent({ sku, quantity }))) return;
    shop.cart.setQuantity(sku, quantity);
    if (quantity === '0')
      this.#removed.offer(this.words.t('cart.removed', { name: line?.name ?? sku }), [
        { sku, quantity: former },
      ]);
  }

  async #clear(shop: ShopCore, lines: readonly LineView[]): Promise<void> {
    const edits = lines.map(({ sku, quantity }) => ({ sku, quantity }));
    await shop.cart.clear();
    this.#removed.offer(this.words.t('cart.cleared'), edits);
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
