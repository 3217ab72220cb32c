import type { CallSubject } from '@kontor/sdk';
import type { ShopCore } from '@kontor/state';
import phoneIncoming from 'lucide/dist/esm/icons/phone-incoming.mjs';
import x from 'lucide/dist/esm/icons/x.mjs';
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import '../../locale/en/shared.js';
import { controlStyles } from '../../theme/control.styles.js';
import { dialogStyles } from '../../theme/dialog.styles.js';
import type { KontorCallForm } from '../call-form/call-form.js';

/**
 * "Call me about this": a button by which a buyer asks the manager for a call, for wherever a page would end otherwise. The form
 * behind it, `<kontor-call-form>`, is loaded when the button is pressed. Shows nothing to visitors.
 *
 * @summary Asks the manager for a call about something.
 * @status stable
 * @slot - Instead of the text of the button.
 * @event {CallRequestEvent} kontor-call-request - Before the wish is sent; cancelable.
 * @event {CallRequestedEvent} kontor-call-requested - Whoever is to call was told.
 * @csspart button - The button.
 * @csspart dialog - What holds the form.
 */
export class KontorCallMe extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    dialogStyles,
    css`
      :host {
        display: inline-block;
        max-inline-size: 100%;
      }

      [part='button'] {
        max-inline-size: 100%;
        overflow-wrap: anywhere;
        text-align: start;
        white-space: normal;
      }

      .failed {
        display: block;
        color: var(--k-bad);
        font-size: var(--k-text-s);
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** What it is about: ids of a product, a variant, a cart, an order, or what was searched for. */
  @property({ attribute: false }) about: CallSubject | undefined;

  /** Article that it is about; stands in `about` as well. */
  @property() sku: string | undefined;

  /** Name of what it is about, as the buyer knows it. */
  @property() subject: string | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;
  @query('kontor-call-form') private readonly form!: KontorCallForm | null;
  @state() private isLoaded = false;
  @state() private error: unknown;

  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    const { words } = this;
    if (!this.#session.value?.value?.context) return nothing;
    return html`<button type="button" part="button" aria-haspopup="dialog" @click=${() => void this.#open()}>
        ${icon(phoneIncoming)}<slot>${words.t('common.callMe')}</slot>
      </button>
      <span class="failed" role="alert"
        >${this.error === undefined ? nothing : words.t('problem.ConnectionError')}</span
      >
      ${
        this.isLoaded
          ? html`<dialog
              part="dialog"
              aria-label=${words.t('common.callMe')}
              closedby="any"
              @close=${this.#handleClose}
            >
              <kontor-call-form
                .shop=${shop}
                .about=${this.sku === undefined ? this.about : { ...this.about, sku: this.sku }}
                .subject=${this.subject}
              ></kontor-call-form>
              <button
                type="button"
                class="icon"
                aria-label=${words.t('common.close')}
                @click=${() => this.dialog?.close()}
              >
                ${icon(x, 20)}
              </button>
            </dialog>`
          : nothing
      }`;
  }

  async #open(): Promise<void> {
    this.error = undefined;
    try {
      await import('../call-form/call-form.js');
    } catch (error) {
      this.error = error;
      return;
    }
    this.isLoaded = true;
    await this.updateComplete;
    this.dialog?.showModal();
  }

  /** What was written stays for the next time, until it was sent. */
  readonly #handleClose = (): void => {
    if (this.form?.isSent) this.isLoaded = false;
  };
}

define('kontor-call-me', KontorCallMe);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-call-me': KontorCallMe;
  }
}
