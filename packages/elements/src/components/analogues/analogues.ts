import type { Analogue, Product, Variant } from '@kontor/sdk';
import type { Remote, ShopCore } from '@kontor/state';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { styled } from '../../base/styled.js';
import '../../locale/en/variants.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import '../price/price.js';
import '../stock/stock.js';
import { CartVerbs } from '../variant-table/cart-verbs.js';
import { optionText } from '../variant-table/row-cells.js';
import { analoguesStyles } from './analogues.styles.js';
import { comparedFacts, type ComparedFact } from './compared-facts.js';

/**
 * A variant side by side with what can stand for it: why, what differs, price and stock. Takes an analogue instead, in the
 * quantity that the ratio of the two asks for, or beside it.
 *
 * @summary Compares a variant with its analogues.
 * @status stable
 * @slot empty - Instead of the sentence when there are no analogues.
 * @event {CartEditEvent} kontor-cart-edit - Before a quantity changes in the cart; cancelable.
 * @event {CartEditedEvent} kontor-cart-edited - The quantity is saved.
 * @csspart card - One variant.
 * @csspart difference - A value that is not the one of the variant.
 */
export class KontorAnalogues extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    messageStyles,
    analoguesStyles,
  ];

  /** Article of the variant. */
  @property() sku = '';

  @state() private news = '';

  readonly #variant = new StoreController(this, () => this.#remotes?.variant.$state);
  readonly #analogues = new StoreController(this, () => this.#remotes?.analogues.$state);
  readonly #product = new StoreController(this, () => this.#productOf(this.#variant.value?.value)?.$state);
  readonly #cart = new StoreController(this, () => this.currentShop?.cart.$cart);
  readonly #verbs = new CartVerbs({
    shop: () => this.currentShop,
    tell: (event) => this.tell(event),
    onSaved: () => undefined,
  });
  #remotes:
    | { shop: ShopCore; sku: string; variant: Remote<Variant>; analogues: Remote<readonly Analogue[]> }
    | undefined;
  #card: { id: string; shop: ShopCore; remote: Remote<Product> } | undefined;

  constructor() {
    super();
    // Lines are read one by one from the cart; this renders when they change.
    new StoreController(this, () => this.currentShop?.cart.$lines);
  }

  protected override willUpdate(): void {
    const { currentShop: shop, sku } = this;
    if (!shop || !sku) this.#remotes = undefined;
    else if (this.#remotes?.shop !== shop || this.#remotes.sku !== sku)
      this.#remotes = {
        shop,
        sku,
        variant: shop.products.variant(sku),
        analogues: shop.products.analogues(sku),
      };
  }

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    if (!this.sku) return nothing;
    const { words } = this;
    const [variant, analogues] = [this.#variant.value, this.#analogues.value];
    const failed = variant?.error ?? analogues?.error;
    const isEmpty = analogues?.status === 'ready' && analogues.value.length === 0;
    return html`${
        failed === undefined
          ? nothing
          : html`<div class="note bad" role="alert">
              <span class="grow">${words.problem(failed)}</span>
              <button type="button" @click=${this.#handleRetry}>${words.t('common.retry')}</button>
            </div>`
      }<slot name="empty" ?hidden=${!isEmpty}
        ><div class="state">
          <p>${words.t('analogues.none')}</p>
          ${isEmpty ? html`<kontor-call-me .shop=${shop} .sku=${this.sku} .subject=${variant?.value?.name}></kontor-call-me>` : nothing}
        </div></slot
      >${
        isEmpty
          ? nothing
          : variant?.value && analogues?.value
            ? this.#renderAll(shop, variant.value, analogues.value)
            : failed === undefined
              ? this.#renderBones()
              : nothing
      }
      <p class="visually-hidden" role="status">${this.news}</p>`;
  }

  #renderAll(shop: ShopCore, variant: Variant, analogues: readonly Analogue[]): TemplateResult {
    const { words } = this;
    const variants = [variant, ...analogues.map((each) => each.variant)];
    const facts = comparedFacts(variants, this.#product.value?.value?.options ?? []);
    return html`<ul ${styled('--facts', String(facts.length))}>
      ${variants.map((each, index) => {
        const analogue = analogues[index - 1];
        return html`<li part="card" class=${analogue ? nothing : 'wanted'}>
          <span class="reason"
            >${words.t(analogue ? `analogues.${analogue.reason}` : 'analogues.wanted')}</span
          >
          <div class="name"><b>${each.name}</b><small>${each.sku}</small></div>
          ${facts.map((fact) => this.#renderFact(fact, index))}
          <kontor-price .shop=${shop} .sku=${each.sku}></kontor-price>
          <kontor-stock .shop=${shop} .sku=${each.sku}></kontor-stock>
          <div class="actions">
            ${this.#renderInCart(shop, each.sku)}${analogue ? this.#renderActions(analogue) : nothing}
          </div>
        </li>`;
      })}
    </ul>`;
  }

  #renderFact({ name, values }: ComparedFact, index: number): TemplateResult {
    const value = values[index];
    const isOther = value !== values[0];
    return html`<div class="fact">
      <span>${name}</span>
      <span class=${isOther ? 'other' : nothing} part=${isOther ? 'difference' : nothing}
        >${value === undefined ? '–' : optionText(value, this.words)}</span
      >
    </div>`;
  }

  #renderInCart(shop: ShopCore, sku: string): TemplateResult | typeof nothing {
    const quantity = shop.cart.line(sku)?.quantity ?? '0';
    return quantity === '0'
      ? nothing
      : html`<small class="in-cart"
          >${this.words.t('analogues.inCart', { quantity: this.words.number(quantity) })}</small
        >`;
  }

  #renderActions(analogue: Analogue): TemplateResult {
    const { words } = this;
    const isClosed = this.#cart.value?.status !== 'ready';
    const { sku, orderingRule } = analogue.variant;
    return html`${
      analogue.ratio === '1'
        ? nothing
        : html`<small>${words.t('analogues.ratio', { ratio: words.number(analogue.ratio) })}</small>`
    }${
      isClosed || analogue.variant.status === 'discontinued'
        ? nothing
        : html`<button class="primary" type="button" @click=${() => this.#replace(analogue)}>
              ${words.t('analogues.takeInstead')}
            </button>
            <button type="button" @click=${() => this.#verbs.set(sku, orderingRule.min)}>
              ${words.t('analogues.addBeside')}
            </button>`
    }`;
  }

  #renderBones(): TemplateResult {
    const bones = Array.from({ length: 7 }, () => html`<span class="bone"></span>`);
    return html`<ul aria-busy="true" ${styled('--facts', '2')}>
      ${[0, 1, 2].map(() => html`<li>${bones}</li>`)}
    </ul>`;
  }

  #productOf(variant: Variant | undefined): Remote<Product> | undefined {
    const shop = this.currentShop;
    if (!variant || !shop) return undefined;
    if (this.#card?.id !== variant.productId || this.#card.shop !== shop)
      this.#card = { id: variant.productId, shop, remote: shop.products.product(variant.productId) };
    return this.#card.remote;
  }

  #replace(analogue: Analogue): void {
    this.#verbs.replace(this.sku, analogue);
    this.news = this.words.t('analogues.replaced', { sku: analogue.variant.sku });
  }

  #handleRetry(): void {
    void this.#remotes?.variant.reload();
    void this.#remotes?.analogues.reload();
  }
}

define('kontor-analogues', KontorAnalogues);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-analogues': KontorAnalogues;
  }
}
