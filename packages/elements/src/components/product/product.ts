import type { Product } from '@kontor/sdk';
import type { Loaded, Remote, ShopCore, VariantPages } from '@kontor/state';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ReadableAtom } from 'nanostores';

import { codeOf } from '../../base/code-of.js';
import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import '../../locale/en/variants.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import '../analogues/analogues.js';
import '../call-me/call-me.js';
import '../variant-table/variant-table.js';
import { renderPictures } from './pictures.js';
import { productStyles } from './product.styles.js';

/**
 * The card of a product: what it is, and all its variants to order. Its description is plain text; lines break where the
 * supplier broke them. A product with one variant shows its analogues too, those of others stand under their rows.
 *
 * @summary Shows a product with its variants.
 * @status stable
 * @slot manager - Beside the facts; fits `<kontor-manager>`.
 * @slot - After the table.
 * @slot actions - Beside the button of the sum bar.
 * @slot gone - Instead of the sentence for a product that is not here any more.
 * @csspart pictures - The pictures, side by side in a strip that scrolls.
 * @csspart title - The name.
 * @csspart facts - Attributes.
 * @csspart description - The text.
 * @csspart table - The table of variants.
 */
export class KontorProduct extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    messageStyles,
    productStyles,
  ];

  /** Product by id or slug. */
  @property() product = '';

  /** Level of the name among the headings of the page, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 1;

  readonly #card = new StoreController(this, () => this.#remote?.$state);
  readonly #single = new StoreController(this, () => this.#$single);
  #remote: Remote<Product> | undefined;
  #$single: ReadableAtom<Loaded<VariantPages>> | undefined;
  #of: { shop: ShopCore | undefined; product: string } | undefined;

  protected override willUpdate(): void {
    const { currentShop: shop, product } = this;
    if (this.#of?.shop !== shop || this.#of?.product !== product) {
      this.#of = { shop, product };
      this.#remote = shop && product ? shop.products.product(product) : undefined;
      this.#$single = undefined;
    }
    // One variant is loaded here, for the analogues below, and given to the table.
    if (shop && this.#card.value?.value?.variantCount === 1)
      this.#$single ??= shop.products.variants(product);
  }

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    const card = this.#card.value;
    if (!this.product || !card) return nothing;
    if (card.value) return this.#renderCard(shop, card.value, card.error);
    return card.status === 'failed' ? this.#renderFailed(card.error) : this.#renderBones();
  }

  #renderCard(shop: ShopCore, product: Product, error: unknown): TemplateResult {
    const { words } = this;
    const variants = this.#single.value?.value?.items;
    const analogued = variants?.find(({ analogueCount }) => analogueCount > 0);
    const meta = [product.brand, words.t('product.variants', { n: product.variantCount })].filter(Boolean);
    const isSingle = product.variantCount === 1;
    return html`${error === undefined ? nothing : this.#renderNote(error)}
      <div class="head">
        ${renderPictures(product.pictures, words, (url) => shop.resolveUrl(url))}
        <div class="about">
          <div class="title" part="title" role="heading" aria-level=${this.headingLevel}>${product.name}</div>
          <p class="meta">${isSingle ? product.brand : meta.join(' · ')}</p>
          ${
            product.attributes.length === 0
              ? nothing
              : html`<dl part="facts">
                  ${product.attributes.map(
                    ({ name, value, unit }) =>
                      html`<dt>${name}</dt>
                        <dd>${unit === null ? value : `${value} ${unit}`}</dd>`,
                  )}
                </dl>`
          }
          ${product.description ? html`<p class="text" part="description">${product.description}</p>` : nothing}
          <kontor-call-me
            .shop=${shop}
            .about=${{ productId: product.id, ...(isSingle && variants?.[0] ? { sku: variants[0].sku } : {}) }}
            .subject=${product.name}
          ></kontor-call-me>
        </div>
        <slot name="manager"></slot>
      </div>
      <kontor-variant-table
        part="table"
        .shop=${shop}
        .product=${isSingle ? '' : product.id}
        .options=${product.options}
        .variants=${isSingle ? variants : undefined}
        ><slot name="actions" slot="actions"></slot
      ></kontor-variant-table>
      ${
        analogued
          ? html`<div class="subtitle" role="heading" aria-level=${Math.min(this.headingLevel + 1, 6)}>
                ${words.t('analogues.title')}
              </div>
              <kontor-analogues .shop=${shop} .sku=${analogued.sku}></kontor-analogues>`
          : nothing
      }
      <slot></slot>`;
  }

  #renderFailed(error: unknown): TemplateResult {
    const isGone = codeOf(error) === 'not_found';
    return isGone
      ? html`<slot name="gone"><p class="state">${this.words.t('product.gone')}</p></slot>`
      : this.#renderNote(error);
  }

  #renderNote(error: unknown): TemplateResult {
    return html`<div class="note bad" role="alert">
      <span class="grow">${this.words.problem(error)}</span>
      <button type="button" @click=${() => void this.#remote?.reload()}>
        ${this.words.t('common.retry')}
      </button>
    </div>`;
  }

  #renderBones(): TemplateResult {
    return html`<div class="head" aria-busy="true">
      <div class="pictures"><div class="strip"></div></div>
      <div class="about">
        <div class="title"><span class="bone"></span></div>
        <p class="meta"><span class="bone"></span></p>
      </div>
    </div>`;
  }
}

define('kontor-product', KontorProduct);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-product': KontorProduct;
  }
}
