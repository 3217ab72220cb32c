import type { Checkout, DeliveryChoice, DeliveryMethod, UpdateCheckout } from '@kontor/sdk';
import { checkoutOf, type ShopCore } from '@kontor/state';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import '../../locale/en/account.js';
import '../../locale/en/cart.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import '../order-confirmation/order-confirmation.js';
import { SignInRequestedEvent } from '../sign-in/session-events.js';
import { renderCheckoutCard } from './checkout-card.js';
import { OrderPlacedEvent, OrderPlaceEvent } from './checkout-events.js';
import { summaryStyles } from '../../theme/summary.styles.js';
import { checkoutStyles } from './checkout.styles.js';
import { renderDelivery } from './delivery-choice.js';

export { OrderPlacedEvent, OrderPlaceEvent };

/**
 * From the cart to the order on one page: how it comes and where to, when it is needed, what stands on it, what it costs. An order
 * is placed once, however often the button is pressed and the connection breaks. Shows the confirmation when it is placed.
 *
 * @summary Takes the answers an order needs and places it.
 * @status stable
 * @slot heading - Instead of the heading.
 * @slot payment - A payment widget of the host, above the card's button.
 * @slot card - At the end of the card with the sums.
 * @slot next - Under the confirmation: ways to the order and back to the catalogue, for example.
 * @event {OrderPlaceEvent} kontor-order-place - Before the order is placed; cancelable.
 * @event {OrderPlacedEvent} kontor-order-placed - The order is placed.
 * @event {SignInRequestedEvent} kontor-sign-in-requested - A visitor wants in.
 * @csspart card - The card with the sums.
 * @csspart place - The button that places the order.
 */
export class KontorCheckout extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    messageStyles,
    summaryStyles,
    checkoutStyles,
  ];

  @state() private methodId: string | undefined;
  @state() private isNewAddress = false;
  @state() private error: unknown;
  /** Whether the button was pressed: what is missing is marked from then on. */
  @state() private isPressed = false;

  readonly #checkout = new StoreController(this, () => checkoutOf(this.currentShop)?.checkout.$state);
  readonly #methods = new StoreController(this, () => checkoutOf(this.currentShop)?.methods.$state);
  readonly #addresses = new StoreController(this, () => checkoutOf(this.currentShop)?.addresses.$state);
  readonly #warehouses = new StoreController(this, () => this.currentShop?.warehouses.$state);
  readonly #placing = new StoreController(this, () => checkoutOf(this.currentShop)?.$placing);
  readonly #saving = new StoreController(this, () => checkoutOf(this.currentShop)?.$saving);
  readonly #cart = new StoreController(this, () => this.currentShop?.cart.$cart);

  protected override renderShop(shop: ShopCore): TemplateResult {
    const { words } = this;
    const placing = this.#placing.value;
    if (placing?.status === 'placed')
      return html`<kontor-order-confirmation .shop=${shop} .order=${placing.order}
        ><slot name="next" slot="next"></slot
      ></kontor-order-confirmation>`;
    if (this.#cart.value?.status === 'closed') return this.#renderClosed(shop);
    const { status, value, error } = this.#checkout.value ?? {
      status: 'loading',
      value: undefined,
      error: undefined,
    };
    if (status === 'failed' && !value)
      return html`<div class="state" role="alert">
        <p class="title">${words.problem(error)}</p>
        <button @click=${() => void checkoutOf(shop).checkout.reload()}>${words.t('common.retry')}</button>
      </div>`;
    if (status === 'loading' && !value) return this.#renderBones();
    if (!value) return html`<div class="state"><p class="title">${words.t('cart.empty')}</p></div>`;
    return this.#renderForm(shop, value);
  }

  #renderForm(shop: ShopCore, checkout: Checkout): TemplateResult {
    const { words } = this;
    const isMissing =
      this.isPressed && checkout.missing.some((gap) => ['delivery', 'address', 'warehouse'].includes(gap));
    return html`<form novalidate @submit=${(event: Event) => void this.#handleSubmit(event, shop, checkout)}>
      <slot name="heading"><h1>${words.t('checkout.title')}</h1></slot>
      <div class="layout">
        <section>
          ${renderDelivery({
            words,
            checkout,
            methods: this.#methods.value?.value ?? [],
            addresses: this.#addresses.value?.value ?? [],
            warehouses: this.#warehouses.value?.value ?? [],
            methodId: this.methodId ?? checkout.delivery?.methodId,
            isNewAddress:
              this.isNewAddress || (this.methodId === undefined && checkout.delivery?.address !== undefined),
            location: shop.session.$context.get()?.location ?? null,
            isMissing,
            error: this.error,
            onMethod: (method) => this.#chooseMethod(shop, method),
            onChoice: (delivery) => this.#choose(shop, delivery),
            onNewAddress: () => (this.isNewAddress = true),
          })}
          ${this.#renderDetails(shop, checkout)}
          <slot name="payment"></slot>
        </section>
        ${renderCheckoutCard(words, shop, checkout, { placing: this.#placing.value, saving: this.#saving.value ?? 0 })}
      </div>
    </form>`;
  }

  #renderDetails(
    shop: ShopCore,
    { requestedDate, urgency, purchaseOrderNumber, comment }: Checkout,
  ): TemplateResult {
    const { words } = this;
    const save = (input: UpdateCheckout): void => void this.#update(shop, input);
    const textOf = (event: Event): string | null => (event.target as HTMLInputElement).value.trim() || null;
    return html`<h2>${words.t('checkout.order')}</h2>
      <div class="fields">
        <label class="field">
          ${words.t('checkout.requestedDate')}
          <input
            type="date"
            .value=${requestedDate ?? ''}
            @change=${(event: Event) => save({ requestedDate: textOf(event) })}
          />
        </label>
        <label class="field">
          ${words.t('checkout.urgency')}
          <select
            @change=${(event: Event) => save({ urgency: (event.target as HTMLSelectElement).value as Checkout['urgency'] })}
          >
            ${(['planned', 'normal', 'urgent'] as const).map(
              (each) =>
                html`<option value=${each} ?selected=${each === urgency}>
                  ${words.t(`urgency.${each}`)}
                </option>`,
            )}
          </select>
        </label>
        <label class="field wide">
          ${words.t('checkout.purchaseOrderNumber')}
          <input
            maxlength="60"
            autocomplete="off"
            .value=${purchaseOrderNumber ?? ''}
            @change=${(event: Event) => save({ purchaseOrderNumber: textOf(event) })}
          />
        </label>
        <label class="field wide">
          ${words.t('checkout.comment')}
          <textarea
            rows="2"
            maxlength="2000"
            .value=${comment ?? ''}
            @change=${(event: Event) => save({ comment: textOf(event) })}
          ></textarea>
        </label>
      </div>`;
  }

  #renderBones(): TemplateResult {
    return html`<div class="layout" role="status" aria-label=${this.words.t('common.loading')}>
      <div class="ways">
        ${[18, 24, 20].map(
          (length) =>
            html`<div class="way"><span></span><span class="bone">${'\u2007'.repeat(length)}</span></div>`,
        )}
      </div>
    </div>`;
  }

  #renderClosed(shop: ShopCore): TemplateResult {
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

  /** A method without a further question is chosen at once; others wait for the place. */
  #chooseMethod(shop: ShopCore, method: DeliveryMethod): void {
    this.methodId = method.id;
    this.isNewAddress = false;
    this.error = undefined;
    const [warehouseId, ...others] = method.warehouseIds;
    const addresses = this.#addresses.value?.value ?? [];
    const [address] = addresses;
    if (warehouseId !== undefined && others.length === 0)
      this.#choose(shop, { methodId: method.id, warehouseId });
    else if (method.needsAddress && address && addresses.length === 1)
      this.#choose(shop, { methodId: method.id, addressId: address.id });
    else if (method.needsAddress && addresses.length === 0) this.isNewAddress = true;
    else if (!method.needsAddress && warehouseId === undefined) this.#choose(shop, { methodId: method.id });
  }

  #choose(shop: ShopCore, delivery: DeliveryChoice): void {
    if (delivery.address === undefined) this.isNewAddress = false;
    void this.#update(shop, { delivery });
  }

  async #update(shop: ShopCore, input: UpdateCheckout): Promise<void> {
    try {
      await checkoutOf(shop).update(input);
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }

  async #handleSubmit(event: Event, shop: ShopCore, { id, missing }: Checkout): Promise<void> {
    event.preventDefault();
    this.isPressed = true;
    if (missing.some((gap) => ['delivery', 'address', 'warehouse'].includes(gap))) {
      this.renderRoot.querySelector<HTMLElement>('input[type=radio]')?.focus();
      return;
    }
    if (!this.tell(new OrderPlaceEvent(id))) return;
    await checkoutOf(shop).place();
    const outcome = checkoutOf(shop).$placing.get();
    if (outcome.status === 'placed') this.tell(new OrderPlacedEvent(outcome.order));
  }
}

define('kontor-checkout', KontorCheckout);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-checkout': KontorCheckout;
  }
}
