import type { Document, Order, OrderLine } from '@kontor/sdk';
import { ordersOf, type Remote, type ShopCore } from '@kontor/state';
import fileText from 'lucide/dist/esm/icons/file-text.mjs';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { KontorEvent } from '../../base/kontor-event.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import '../../locale/en/cart.js';
import '../../locale/en/orders.js';
import { digitsOf } from '../../locale/formats.js';
import { controlStyles } from '../../theme/control.styles.js';
import { dialogStyles } from '../../theme/dialog.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { tableStyles } from '../../theme/table.styles.js';
import '../call-me/call-me.js';
import { openDocument } from '../order-confirmation/document-button.js';
import { maySeeOrders } from '../orders/closed-orders.js';
import { renderStatus, statusStyles } from '../orders/order-status.js';
import { SignInRequestedEvent } from '../sign-in/session-events.js';
import { renderAbsentOrder } from './absent-order.js';
import { orderStyles } from './order.styles.js';

/** An order was canceled. */
export class OrderCanceledEvent extends KontorEvent<{ readonly order: Order }> {
  constructor(order: Order) {
    super('kontor-order-canceled', { order });
  }
}

/**
 * One order: where it stands and how it got there, its documents, its lines as they were ordered. Follows the order while it moves
 * on; cancels it while that is possible.
 *
 * @summary Shows an order with its documents.
 * @status stable
 * @slot actions - Further actions beside the documents.
 * @event {OrderCanceledEvent} kontor-order-canceled - The order was canceled.
 * @event {SignInRequestedEvent} kontor-sign-in-requested - A visitor wants in.
 * @csspart lines - The table with the lines.
 */
export class KontorOrder extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    dialogStyles,
    messageStyles,
    tableStyles,
    statusStyles,
    orderStyles,
  ];

  /** Id of the order. */
  @property({ attribute: 'order-id' }) orderId = '';

  @state() private error: unknown;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  #remote: Remote<Order> | undefined;
  #remoteOf: { readonly shop: ShopCore; readonly id: string } | undefined;
  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);
  readonly #order = new StoreController(this, () =>
    maySeeOrders(this.#session.value?.value) ? this.#remote?.$state : undefined,
  );

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const shop = this.currentShop;
    const { orderId: id } = this;
    if (!shop || !id || (this.#remoteOf?.shop === shop && this.#remoteOf.id === id)) return;
    this.#remoteOf = { shop, id };
    this.#remote = ordersOf(shop).order(id);
    this.error = undefined;
  }

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    const { words } = this;
    if (!this.orderId) return nothing;
    const order = this.#order.value?.value;
    if (!order)
      return renderAbsentOrder(words, this.#remote, this.#session.value?.value, () =>
        this.tell(new SignInRequestedEvent()),
      );
    return html`<header>
        <h1>${words.t('order.title', { number: order.number })}</h1>
        ${renderStatus(words, order.status)}
      </header>
      ${this.#renderFacts(order)} ${this.#renderDocuments(shop, order)}
      <div role="alert">
        ${this.error === undefined ? nothing : html`<div class="note bad">${words.problem(this.error)}</div>`}
      </div>
      <h2>${words.t('order.lines')}</h2>
      ${this.#renderLines(order)}
      <h2>${words.t('order.history')}</h2>
      <ol class="history">
        ${order.history.map(
          (event) =>
            html`<li>
              ${renderStatus(words, event.status)}
              <small
                >${[words.dateTime(event.at), event.by, event.comment].filter(Boolean).join(' · ')}</small
              >
            </li>`,
        )}
      </ol>
      ${this.#renderCancelling(shop, order)}`;
  }

  #renderFacts({
    placedAt,
    placedBy,
    provenance,
    purchaseOrderNumber,
    accountingNumber,
    delivery,
    requestedDate,
    comment,
  }: Order): TemplateResult {
    const { words } = this;
    const fact = (name: string, value: string | null | undefined): TemplateResult | typeof nothing =>
      value
        ? html`<dt>${name}</dt>
            <dd>${value}</dd>`
        : nothing;
    const by = [
      words.dateTime(placedAt),
      placedBy,
      provenance === 'online' ? '' : words.t(`provenance.${provenance}`),
    ];
    const where = delivery ? [delivery.name, delivery.location?.city, delivery.street] : [];
    return html`<dl class="facts">
      ${fact(words.t('orders.by'), by.filter(Boolean).join(' · '))}
      ${fact(words.t('checkout.delivery'), where.filter(Boolean).join(', '))}
      ${fact(words.t('checkout.requestedDate'), requestedDate && words.date(requestedDate))}
      ${fact(words.t('order.ownNumber'), purchaseOrderNumber)}
      ${fact(words.t('order.accountingNumber'), accountingNumber)}
      ${fact(words.t('checkout.comment'), comment)}
    </dl>`;
  }

  #renderDocuments(shop: ShopCore, { id, number, documents, canCancel }: Order): TemplateResult {
    const { words } = this;
    return html`${documents.length > 0 ? html`<h2>${words.t('order.documents')}</h2>` : html`<p></p>`}
      <div class="documents">
        ${documents.map((document) => {
          const name = html`${icon(fileText)}${words.t(`document.${document.kind}`)} ${document.number}`;
          if (document.status === 'noFile')
            return html`<p>${name} · <time datetime=${document.date}>${words.date(document.date)}</time></p>`;
          return html`<button
            ?disabled=${document.status !== 'ready'}
            @click=${() => void this.#open(shop, document)}
          >
            ${name}
          </button>`;
        })}
        <slot name="actions"></slot>
        ${
          canCancel
            ? html`<button @click=${() => this.dialog?.showModal()}>${words.t('order.cancel')}</button>`
            : nothing
        }
        <kontor-call-me
          .shop=${shop}
          .about=${{ orderId: id }}
          .subject=${words.t('order.title', { number })}
        ></kontor-call-me>
      </div>`;
  }

  #renderLines({ lines, totals }: Order): TemplateResult {
    const { words } = this;
    const digits = digitsOf(lines.flatMap(({ unitPrice }) => unitPrice ?? []));
    const row = ({ sku, name, quantity, unit, unitPrice, total }: OrderLine): TemplateResult =>
      html`<tr>
        <td>${name}<small>${sku}</small></td>
        <td class="figure"><bdi>${words.number(quantity)} ${unit.name}</bdi></td>
        <td class="figure price">
          ${unitPrice === undefined ? nothing : words.unitPrice(unitPrice, digits)}
        </td>
        <td class="figure">
          ${total === undefined || !totals ? nothing : words.money(total, totals.currency)}
        </td>
      </tr>`;
    return html`<div class="frame">
      <table part="lines">
        <thead>
          <tr>
            <th scope="col">${words.t('order.goods')}</th>
            <th scope="col" class="figure">${words.t('quantity.label')}</th>
            <th scope="col" class="figure price">${words.t('order.price')}</th>
            <th scope="col" class="figure">${words.t('order.sum')}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map(row)}
        </tbody>
        ${
          totals
            ? html`<tfoot>
                <tr>
                  <td colspan="2">${words.t('cart.total')}</td>
                  <td class="price"></td>
                  <td class="figure">${words.money(totals.total, totals.currency)}</td>
                </tr>
              </tfoot>`
            : nothing
        }
      </table>
    </div>`;
  }

  #renderCancelling(shop: ShopCore, { number, canCancel }: Order): TemplateResult | typeof nothing {
    const { words } = this;
    if (!canCancel) return nothing;
    return html`<dialog aria-labelledby="cancelling" closedby="any">
      <form method="dialog" @submit=${(event: SubmitEvent) => this.#handleCancel(event, shop)}>
        <h2 id="cancelling">${words.t('order.cancelQuestion', { number })}</h2>
        <p>${words.t('order.cancelHint')}</p>
        <label class="field">${words.t('order.cancelWhy')}<input name="comment" maxlength="500" /></label>
        <div class="actions">
          <button value="stay" autofocus>${words.t('order.keep')}</button>
          <button class="primary" value="cancel">${words.t('order.cancel')}</button>
        </div>
      </form>
    </dialog>`;
  }

  #handleCancel(event: SubmitEvent, shop: ShopCore): void {
    if ((event.submitter as HTMLButtonElement | null)?.value !== 'cancel') return;
    const comment = new FormData(event.target as HTMLFormElement).get('comment');
    void this.#cancel(shop, typeof comment === 'string' && comment.trim() ? comment.trim() : undefined);
  }

  async #cancel(shop: ShopCore, comment: string | undefined): Promise<void> {
    try {
      const order = await ordersOf(shop).cancel(this.orderId, comment);
      this.#remote?.set(order);
      this.error = undefined;
      this.tell(new OrderCanceledEvent(order));
    } catch (error) {
      this.error = error;
      void this.#remote?.reload();
    }
  }

  async #open(shop: ShopCore, document: Document): Promise<void> {
    try {
      await openDocument(shop, document);
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}

define('kontor-order', KontorOrder);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-order': KontorOrder;
  }

  interface GlobalEventHandlersEventMap {
    'kontor-order-canceled': OrderCanceledEvent;
  }
}
