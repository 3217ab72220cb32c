import type { Document, Order } from '@kontor/sdk';
import { ordersOf, type Remote, type ShopCore } from '@kontor/state';
import circleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import printer from 'lucide/dist/esm/icons/printer.mjs';
import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import '../../locale/en/cart.js';
import '../../locale/en/orders.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { renderAbsentOrder } from '../order/absent-order.js';
import { maySeeOrders } from '../orders/closed-orders.js';
import { SignInRequestedEvent } from '../sign-in/session-events.js';
import { openDocument } from './document-button.js';

/** Milliseconds between looks at an invoice that is being rendered, while no event tells. */
const lookAgain = 1500;

/**
 * The page after an order: its number, what it comes to, and the invoice to print or save, which is there within seconds. The
 * confirmation never waits for it.
 *
 * @summary Confirms an order and offers its invoice.
 * @status stable
 * @slot next - What to do next; a way back to the catalogue, for example.
 * @event {SignInRequestedEvent} kontor-sign-in-requested - A visitor wants in.
 * @csspart number - The number of the order.
 * @csspart invoice - The button with the invoice.
 */
export class KontorOrderConfirmation extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    messageStyles,
    css`
      article {
        display: grid;
        gap: var(--k-3);
        justify-items: start;
        max-width: 560px;
      }

      header {
        display: flex;
        gap: 10px;
        align-items: center;
        color: var(--k-ok);
      }

      h1 {
        margin: 0;
        color: var(--k-ink);
        font-size: var(--k-text-xl);
        font-weight: var(--k-bold);
        line-height: 1.25;
        letter-spacing: -0.015em;
      }

      p {
        margin: 0;
      }

      .soft {
        color: var(--k-soft);
      }

      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 4px var(--k-4);
        margin: 0;
      }

      dt {
        color: var(--k-soft);
      }

      dd {
        margin: 0;
      }
    `,
  ];

  /** The order that was placed. */
  @property({ attribute: false }) order: Order | undefined;

  /** Id of an order, where the page has no more than that. */
  @property({ attribute: 'order-id' }) orderId: string | undefined;

  @state() private error: unknown;

  #remote: Remote<Order> | undefined;
  #remoteOf: string | undefined;
  #looking: ReturnType<typeof setTimeout> | undefined;
  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);
  readonly #order = new StoreController(this, () =>
    maySeeOrders(this.#session.value?.value) ? this.#remote?.$state : undefined,
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#looking);
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const id = this.order?.id ?? this.orderId;
    const shop = this.currentShop;
    if (!shop || id === undefined || id === this.#remoteOf) return;
    this.#remoteOf = id;
    this.#remote = ordersOf(shop).order(id);
    if (this.order) this.#remote.set(this.order);
  }

  protected override updated(): void {
    clearTimeout(this.#looking);
    if (this.#invoice()?.status === 'pending')
      this.#looking = setTimeout(() => void this.#remote?.reload(), lookAgain);
  }

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    const { words } = this;
    const order = this.#order.value?.value ?? this.order;
    if (!order)
      return this.#remote
        ? renderAbsentOrder(words, this.#remote, this.#session.value?.value, () =>
            this.tell(new SignInRequestedEvent()),
          )
        : nothing;
    return html`<article>
      <header>
        ${icon(circleCheck, 20)}
        <h1 tabindex="-1">${words.t('confirmation.title')}</h1>
      </header>
      <dl>
        <dt>${words.t('confirmation.number')}</dt>
        <dd part="number"><b>${order.number}</b></dd>
        ${
          order.totals
            ? html`<dt>${words.t('cart.total')}</dt>
                <dd>${words.money(order.totals.total, order.totals.currency)}</dd>`
            : nothing
        }
        ${
          order.delivery
            ? html`<dt>${words.t('checkout.delivery')}</dt>
                <dd>
                  ${[order.delivery.name, order.delivery.location?.city, order.delivery.street].filter(Boolean).join(', ')}
                </dd>`
            : nothing
        }
      </dl>
      <p class="soft">${words.t('confirmation.next')}</p>
      ${this.#renderInvoice(shop)}
      <slot name="next"></slot>
    </article>`;
  }

  #renderInvoice(shop: ShopCore): TemplateResult | typeof nothing {
    const { words } = this;
    const invoice = this.#invoice();
    if (!invoice) return nothing;
    const isReady = invoice.status === 'ready';
    return html`<button
        class="primary"
        part="invoice"
        ?disabled=${!isReady}
        @click=${() => void this.#open(shop, invoice)}
      >
        ${icon(printer)}${isReady ? words.t('confirmation.invoice') : words.t('confirmation.invoicePending')}
      </button>
      <div role="alert">
        ${this.error === undefined ? nothing : html`<div class="note bad">${words.problem(this.error)}</div>`}
      </div>`;
  }

  #invoice(): Document | undefined {
    const order = this.#order.value?.value ?? this.order;
    return order?.documents.find(({ kind, status }) => kind === 'invoice' && status !== 'noFile');
  }

  async #open(shop: ShopCore, invoice: Document): Promise<void> {
    try {
      await openDocument(shop, invoice);
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
  }
}

define('kontor-order-confirmation', KontorOrderConfirmation);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-order-confirmation': KontorOrderConfirmation;
  }
}
