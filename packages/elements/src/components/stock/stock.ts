import type { Availability, WarehouseStock } from '@kontor/sdk';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { WatchController } from '../../base/watch-controller.js';
import { stockStyles } from './stock.styles.js';
import { hasStock, leadTimeText, quantityText, shadeOf } from './stock-words.js';

/**
 * What can be had of one variant, as the supplier shows it to this buyer: how much here, how much elsewhere and when.
 * Drops onto a supplier's own card; a hundred of them ask once.
 *
 * @summary Shows where a variant is in stock and when it would arrive.
 * @status stable
 * @csspart here - The nearest warehouse that has some.
 * @csspart elsewhere - A further warehouse, or what is expected.
 */
export class KontorStock extends KontorElement {
  static override styles: CSSResultGroup = [KontorElement.styles, stockStyles];

  /** Article of the variant. */
  @property() sku = '';

  /** Shows every warehouse instead of the two nearest. */
  @property({ type: Boolean, attribute: 'all-warehouses' }) allWarehouses = false;

  readonly #stock = new WatchController<string, Availability>(this, () => this.currentShop?.stock);
  readonly #warehouses = new StoreController(this, () => this.currentShop?.warehouses.$state);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('sku')) this.#stock.want(this.sku ? [this.sku] : []);
  }

  protected override renderShop(): TemplateResult | typeof nothing {
    if (!this.sku) return nothing;
    const { words } = this;
    const { status, item } = this.#stock.get(this.sku);
    if (status === 'closed' || item?.status === 'hidden' || item?.status === 'notAssorted') return nothing;
    if (!item?.total)
      return status === 'failed'
        ? html`<span class="quiet">${words.t('stock.failed')}</span>`
        : html`<span class="bone" role="img" aria-label=${words.t('common.loading')}
            >${'\u2007'.repeat(12)}</span
          >`;
    const stocked = (item.byWarehouse ?? []).filter(hasStock);
    if (stocked.length === 0) return this.#renderNone(item);
    const [nearest, ...others] = stocked;
    return html`${nearest ? this.#renderHere(nearest) : nothing}${others
      .slice(0, this.allWarehouses ? undefined : 1)
      .map((other) => this.#renderElsewhere(other))}`;
  }

  #renderHere({ warehouseId, quantity, leadTime }: WarehouseStock): TemplateResult {
    const { words } = this;
    const when = leadTimeText(words, leadTime);
    return html`<span class="here ${shadeOf(quantity)}" part="here"
        ><i></i>${words.t('stock.at', {
          quantity: quantityText(words, quantity),
          warehouse: this.#nameOf(warehouseId),
        })}</span
      >${when ? html`<small>${when}</small>` : nothing}`;
  }

  #renderElsewhere({ warehouseId, quantity, leadTime }: WarehouseStock): TemplateResult {
    const { words } = this;
    const text = words.t('stock.moreAt', {
      quantity: quantityText(words, quantity),
      warehouse: this.#nameOf(warehouseId),
    });
    const when = leadTimeText(words, leadTime);
    return html`<small part="elsewhere">${when ? `${text}, ${when}` : text}</small>`;
  }

  #renderNone({ byWarehouse = [] }: Availability): TemplateResult {
    const { words } = this;
    const expected = byWarehouse
      .flatMap(({ nextReceipt }) => nextReceipt?.expectedOn ?? [])
      .sort()
      .at(0);
    return html`<span class="here none" part="here"><i></i>${words.t('stock.none')}</span>${
        expected
          ? html`<small part="elsewhere">${words.t('stock.expected', { date: words.date(expected) })}</small>`
          : nothing
      }`;
  }

  #nameOf(warehouseId: string): string {
    return this.#warehouses.value?.value?.find(({ id }) => id === warehouseId)?.name ?? '…';
  }
}

define('kontor-stock', KontorStock);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-stock': KontorStock;
  }
}
