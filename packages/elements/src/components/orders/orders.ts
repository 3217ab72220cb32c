import type { OrderStatus, OrderSummary } from '@kontor/sdk';
import { type OrderFilter, ordersOf, type ShopCore } from '@kontor/state';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import '../../locale/en/cart.js';
import '../../locale/en/orders.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { tableStyles } from '../../theme/table.styles.js';
import { SignInRequestedEvent } from '../sign-in/session-events.js';
import { maySeeOrders, renderClosedOrders } from './closed-orders.js';
import { renderFilterSelect } from './filter-select.js';
import { OrderSelectedEvent } from './order-selected-event.js';
import { renderStatus, statusStyles } from './order-status.js';
import { ordersStyles } from './orders.styles.js';

export { OrderSelectedEvent };

const statuses: readonly OrderStatus[] = [
  'placed',
  'confirmed',
  'assembling',
  'shipped',
  'delivered',
  'canceled',
];

/**
 * The company's orders, newest first, those taken by phone included: found by number, own number or article, by status and by how
 * they were born.
 *
 * @summary Lists the company's orders.
 * @status stable
 * @slot empty - Instead of the text where there is no order yet.
 * @event {OrderSelectedEvent} kontor-order-selected - Somebody wants to see an order.
 * @event {SignInRequestedEvent} kontor-sign-in-requested - A visitor wants in.
 * @csspart table - The table.
 */
export class KontorOrders extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    messageStyles,
    tableStyles,
    statusStyles,
    ordersStyles,
  ];

  /** Address of an order by its id; without it `kontor-order-selected` alone tells the page. */
  @property({ attribute: false }) orderHref: ((id: string) => string | undefined) | undefined;

  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);
  readonly #orders = new StoreController(this, () =>
    this.#mayLook ? ordersOf(this.currentShop)?.$orders : undefined,
  );
  readonly #filter = new StoreController(this, () => ordersOf(this.currentShop)?.$filter);
  #typing: ReturnType<typeof setTimeout> | undefined;

  get #mayLook(): boolean {
    return maySeeOrders(this.#session.value?.value) === true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    const { words } = this;
    const session = this.#session.value?.value;
    if (!session) return nothing;
    if (!this.#mayLook)
      return renderClosedOrders(words, session, () => this.tell(new SignInRequestedEvent()));
    const { status, value, error } = this.#orders.value ?? {
      status: 'loading',
      value: undefined,
      error: undefined,
    };
    if (status === 'failed' && !value) return this.#renderFailed(shop, error);
    const isFiltered = Object.keys(this.#filter.value ?? {}).length > 0;
    if (value?.items.length === 0 && !isFiltered)
      return html`<div class="state">
        <slot name="empty"><p class="title">${words.t('orders.empty')}</p></slot>
      </div>`;
    return html`${this.#renderFilters(shop)}
      <div class="frame ${status === 'loading' ? 'loading' : ''}" aria-busy=${status === 'loading'}>
        ${this.#renderTable(value?.items)}
      </div>
      <div role="status">
        ${value?.items.length === 0 ? html`<div class="state"><p>${words.t('orders.nothing')}</p></div>` : nothing}
        ${status === 'failed' ? html`<div class="note bad">${words.problem(error)}</div>` : nothing}
      </div>
      ${
        value?.hasMore
          ? html`<div class="more">
              <button @click=${() => void ordersOf(shop).more()}>${words.t('common.more')}</button>
            </div>`
          : nothing
      }`;
  }

  #renderFilters(shop: ShopCore): TemplateResult {
    const { words } = this;
    const filter = this.#filter.value ?? {};
    const set = (change: { [Key in keyof OrderFilter]?: OrderFilter[Key] | undefined }): void =>
      ordersOf(shop).filter(
        Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value)),
      );
    return html`<div class="filters">
      <input
        type="search"
        aria-label=${words.t('orders.find')}
        placeholder=${words.t('orders.find')}
        .value=${filter.query ?? ''}
        @input=${(event: Event) => {
          const query = (event.target as HTMLInputElement).value.trim() || undefined;
          clearTimeout(this.#typing);
          this.#typing = setTimeout(() => set({ query }), 250);
        }}
      />
      ${renderFilterSelect(
        words.t('orders.anyStatus'),
        filter.status,
        statuses,
        (status) => words.t(`order.${status}`),
        (status) => set({ status }),
      )}
      ${renderFilterSelect(
        words.t('orders.anyProvenance'),
        filter.provenance,
        ['online', 'manager', 'phone', 'erp'] as const,
        (provenance) => words.t(`provenance.${provenance}`),
        (provenance) => set({ provenance }),
      )}
    </div>`;
  }

  #renderTable(items: readonly OrderSummary[] | undefined): TemplateResult {
    const { words } = this;
    return html`<table part="table">
      <thead>
        <tr>
          <th scope="col">${words.t('orders.number')}</th>
          <th scope="col">${words.t('orders.status')}</th>
          <th scope="col">${words.t('orders.by')}</th>
          <th scope="col" class="figure">${words.t('cart.total')}</th>
        </tr>
      </thead>
      <tbody>
        ${
          items
            ? repeat(
                items,
                ({ id }) => id,
                (order) => this.#renderRow(order),
              )
            : [1, 2, 3, 4].map(
                () =>
                  html`<tr>
                    <td colspan="4"><span class="bone">${'\u2007'.repeat(30)}</span><small>&nbsp;</small></td>
                  </tr>`,
              )
        }
      </tbody>
    </table>`;
  }

  #renderRow({
    id,
    number,
    status,
    placedAt,
    placedBy,
    provenance,
    purchaseOrderNumber,
    accountingNumber,
    lineCount,
    totals,
  }: OrderSummary): TemplateResult {
    const { words } = this;
    const by = [placedBy, provenance === 'online' ? '' : words.t(`provenance.${provenance}`)];
    const href = this.orderHref?.(id);
    const name = purchaseOrderNumber ? `${number} · ${purchaseOrderNumber}` : number;
    const select = (event: Event): void => {
      if (!this.tell(new OrderSelectedEvent(id))) event.preventDefault();
    };
    return html`<tr>
      <th scope="row">
        ${
          href
            ? html`<a href=${href} @click=${select}>${name}</a>`
            : html`<button class="link" @click=${select}>${name}</button>`
        }${accountingNumber === null ? nothing : html`<small title=${words.t('order.accountingNumber')}>№ ${accountingNumber}</small>`}
      </th>
      <td class="where">${renderStatus(words, status)}</td>
      <td class="by">${words.date(placedAt)}<small>${by.filter(Boolean).join(' · ')}</small></td>
      <td class="figure">
        ${totals ? words.money(totals.total, totals.currency) : nothing}<small
          >${words.t('common.lines', { n: lineCount })}</small
        >
      </td>
    </tr>`;
  }

  #renderFailed(shop: ShopCore, error: unknown): TemplateResult {
    return html`<div class="state" role="alert">
      <p class="title">${this.words.problem(error)}</p>
      <button @click=${() => void ordersOf(shop).reload()}>${this.words.t('common.retry')}</button>
    </div>`;
  }
}

define('kontor-orders', KontorOrders);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-orders': KontorOrders;
  }
}
