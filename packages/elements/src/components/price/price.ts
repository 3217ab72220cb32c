import type { Price, PriceItem, Tier } from '@kontor/sdk';
import { compareQuantities, type ShopCore } from '@kontor/state';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { WatchController } from '../../base/watch-controller.js';
import { digitsOf } from '../../locale/formats.js';
import { priceStyles } from './price.styles.js';

/**
 * The price of one variant for the buyer of this moment. Drops onto a supplier's own card; a hundred of them ask once. It
 * follows every switch of the agreement.
 *
 * @summary Shows what a variant costs this buyer.
 * @status stable
 * @csspart price - The figure with its unit.
 * @csspart next - The next volume price.
 * @csspart tiers - The table of volume prices.
 */
export class KontorPrice extends KontorElement {
  static override styles: CSSResultGroup = [KontorElement.styles, priceStyles];

  /** Article of the variant. */
  @property() sku = '';

  /** Decimal string; without it the price of the smallest quantity that may be ordered. */
  @property() quantity: string | undefined;

  /** Shows all volume prices under the price. */
  @property({ type: Boolean, attribute: 'with-tiers' }) withTiers = false;

  readonly #prices = new WatchController<PriceItem, Price>(this, () => this.currentShop?.prices);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('sku') || changed.has('quantity')) this.#prices.want(this.sku ? [this.#wish()] : []);
  }

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    if (!this.sku) return nothing;
    const { words } = this;
    const { status, item } = this.#prices.get(this.#wish());
    if (status === 'closed') return this.#renderClosed(shop);
    if (!item)
      return status === 'failed'
        ? html`<span class="quiet">${words.t('price.failed')}</span>`
        : html`<span class="bone" role="img" aria-label=${words.t('common.loading')}
            >${'\u2007'.repeat(7)}</span
          >`;
    if (item.unitPrice === undefined || item.currency === undefined) return this.#renderWithout(item);
    return html`<span class=${status === 'loading' ? 'outdated' : nothing} part="price"
        ><span class="now"
          >${words.unitPrice(item.unitPrice)}&nbsp;${words.currency(item.currency)}</span
        ></span
      >${this.withTiers ? this.#renderTiers(item) : this.#renderNext(item)}`;
  }

  /** A visitor finds prices behind signing in; a member from whom they are hidden does not. */
  #renderClosed({ session }: ShopCore): TemplateResult {
    const isVisitor = session.$session.get().value?.person === null;
    return html`<span class="quiet">${this.words.t(isVisitor ? 'price.signIn' : 'price.hidden')}</span>`;
  }

  #renderWithout({ status }: Price): TemplateResult {
    const { words } = this;
    const text = {
      ok: words.t('price.onRequest'),
      stale: words.t('price.onRequest'),
      onRequest: words.t('price.onRequest'),
      hidden: words.t('price.hidden'),
      notAssorted: words.t('price.notAssorted'),
    }[status];
    return html`<span class="quiet">${text}</span>`;
  }

  #renderNext({ nextTier, tiers, quantity, asOf, status }: Price): TemplateResult | typeof nothing {
    const { words } = this;
    if (status === 'stale' && asOf !== undefined)
      return html`<small>${words.t('price.stale', { date: words.dateTime(asOf) })}</small>`;
    const reached = reachedTier(tiers ?? [], quantity);
    if (nextTier)
      return html`<small part="next"
        >${words.t('price.from', {
          from: words.number(nextTier.from),
          price: words.unitPrice(nextTier.unitPrice),
        })}</small
      >`;
    return reached
      ? html`<small class="reached" part="next"
          >${words.t('price.tierReached', { from: words.number(reached.from) })}</small
        >`
      : nothing;
  }

  #renderTiers({ tiers = [], quantity }: Price): TemplateResult | typeof nothing {
    const { words } = this;
    if (tiers.length < 2) return nothing;
    const reached = reachedTier(tiers, quantity);
    const digits = digitsOf(tiers.map(({ unitPrice }) => unitPrice));
    return html`<dl part="tiers">
      ${tiers.map(
        (tier) =>
          html`<dt class=${tier === reached ? 'applies' : nothing}>
              ${
                Number(tier.from) === 0
                  ? words.t('price.base')
                  : words.t('price.tierReached', { from: words.number(tier.from) })
              }
            </dt>
            <dd class=${tier === reached ? 'applies' : nothing}>
              ${words.unitPrice(tier.unitPrice, digits)}
            </dd>`,
      )}
    </dl>`;
  }

  #wish(): PriceItem {
    return this.quantity === undefined ? { sku: this.sku } : { sku: this.sku, quantity: this.quantity };
  }
}

/** The tier whose price applies to a quantity. */
function reachedTier(tiers: readonly Tier[], quantity: string): Tier | undefined {
  return tiers.findLast(({ from }) => Number(from) > 0 && compareQuantities(from, quantity) <= 0);
}

define('kontor-price', KontorPrice);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-price': KontorPrice;
  }
}
