import type { CallRequest, CallRequested, CallSubject } from '@kontor/sdk';
import { companyOf, type ShopCore } from '@kontor/state';
import circleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { codeOf } from '../../base/code-of.js';
import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import '../../locale/en/call-me.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { SignInRequestedEvent } from '../sign-in/session-events.js';
import { CallRequestedEvent, CallRequestEvent } from './call-events.js';
import { callFormStyles } from './call-form.styles.js';

export { CallRequestedEvent, CallRequestEvent };

/**
 * A form by which a buyer asks the manager for a call: the number, known already where it can be, a note, and what it is about.
 * Says who will call, and that the wish has arrived. `<kontor-call-me>` shows it when its button is pressed.
 *
 * @summary A form to ask for a call.
 * @status stable
 * @event {CallRequestEvent} kontor-call-request - Before the wish is sent; cancelable.
 * @event {CallRequestedEvent} kontor-call-requested - Whoever is to call was told.
 * @event {SignInRequestedEvent} kontor-sign-in-requested - A visitor wants in.
 * @csspart form - The form.
 */
export class KontorCallForm extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    messageStyles,
    callFormStyles,
  ];
  static override shadowRootOptions: ShadowRootInit = {
    ...KontorElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** What it is about: ids of a product, a variant, a cart, an order, or what was searched for. */
  @property({ attribute: false }) about: CallSubject | undefined;

  /** Name of what it is about, as the buyer knows it; without it the article or what was searched for is shown. */
  @property() subject: string | undefined;

  @query('input') private readonly phone!: HTMLInputElement | null;
  @query('textarea') private readonly note!: HTMLTextAreaElement | null;
  @query('h2') private readonly heading!: HTMLElement | null;
  @state() private isBusy = false;
  @state() private isWrong = false;
  @state() private error: unknown;
  @state() private answer: (CallRequested & { readonly phone: string }) | undefined;

  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);
  readonly #company = new StoreController(this, () => companyOf(this.currentShop)?.details.$state);

  /** Whether the wish has arrived. */
  get isSent(): boolean {
    return this.answer !== undefined;
  }

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    const { words } = this;
    const session = this.#session.value?.value;
    if (!session) return nothing;
    if (!session.person) return this.#renderVisitor();
    if (!session.context) return html`<p class="state">${words.t('callMe.noCompany')}</p>`;
    if (this.answer) return this.#renderAnswer(this.answer);
    const manager = this.#company.value?.value?.manager;
    return html`<form
      part="form"
      novalidate
      @submit=${(event: Event) => void this.#handleSubmit(event, shop)}
    >
      <h2>${words.t('callMe.title')}</h2>
      ${this.#renderSubject()}
      <div class="field">
        <label for="phone">${words.t('callMe.phone')}</label>
        <input
          id="phone"
          type="tel"
          dir="ltr"
          autocomplete="tel"
          maxlength="40"
          required
          .defaultValue=${session.person.phone ?? ''}
          aria-invalid=${this.isWrong}
          aria-describedby=${this.isWrong ? 'wrong' : nothing}
        />
        ${this.isWrong ? html`<span id="wrong" class="error">${words.t('callMe.phoneWrong')}</span>` : nothing}
      </div>
      <label class="field">
        ${words.t('callMe.note')}
        <textarea rows="3" maxlength="1000"></textarea>
      </label>
      <div role="alert">
        ${this.error === undefined ? nothing : html`<div class="note bad">${this.#problem(this.error)}</div>`}
      </div>
      <button class="primary big" ?disabled=${this.isBusy}>
        ${words.t(this.isBusy ? 'callMe.sending' : 'callMe.send')}
      </button>
      ${manager ? html`<p>${words.t('callMe.who', { name: manager.name })}</p>` : nothing}
    </form>`;
  }

  #renderSubject(): TemplateResult | typeof nothing {
    const { words, about = {} } = this;
    const { sku, cartId, orderId, query } = about;
    const name =
      this.subject ??
      (sku === undefined ? undefined : words.t('callMe.sku', { sku })) ??
      (orderId === undefined ? undefined : words.t('callMe.order')) ??
      (query === undefined ? undefined : words.t('callMe.query', { query })) ??
      (cartId === undefined ? undefined : words.t('callMe.cart'));
    return name === undefined
      ? nothing
      : html`<p class="about"><small>${words.t('callMe.about')}</small><b>${name}</b></p>`;
  }

  #renderAnswer({ managerName, phone }: CallRequested & { phone: string }): TemplateResult {
    const { words } = this;
    return html`<div class="done" role="status">
      <h2 tabindex="-1">
        ${icon(circleCheck, 20)}${
          managerName === null
            ? words.t('callMe.sentToSupplier')
            : words.t('callMe.sent', { name: managerName })
        }
      </h2>
      <p>${words.t('callMe.sentHint', { phone: `\u2066${phone}\u2069` })}</p>
    </div>`;
  }

  #renderVisitor(): TemplateResult {
    const { words } = this;
    return html`<div class="state">
      <p class="title">${words.t('callMe.visitor')}</p>
      <button class="primary" @click=${() => this.tell(new SignInRequestedEvent())}>
        ${words.t('common.signIn')}
      </button>
    </div>`;
  }

  #problem(error: unknown): string {
    const isTooMany = codeOf(error) === 'too_many_requests';
    return isTooMany ? this.words.t('callMe.tooMany') : this.words.problem(error);
  }

  async #handleSubmit(event: Event, shop: ShopCore): Promise<void> {
    event.preventDefault();
    const phone = this.phone?.value.trim() ?? '';
    const note = this.note?.value.trim() ?? '';
    this.error = undefined;
    this.isWrong = !/(\d\D*){5}/.test(phone);
    if (this.isWrong) this.phone?.focus();
    if (this.isWrong || this.isBusy) return;
    const request: CallRequest = {
      phone,
      ...(note ? { note } : {}),
      ...(this.about ? { about: this.about } : {}),
    };
    if (this.tell(new CallRequestEvent(request))) await this.#send(shop, request);
  }

  async #send(shop: ShopCore, request: CallRequest): Promise<void> {
    this.isBusy = true;
    try {
      const answer = await companyOf(shop).callMe(request);
      this.answer = { ...answer, phone: request.phone };
      await this.updateComplete;
      this.heading?.focus();
      this.tell(new CallRequestedEvent(request, answer.managerName));
    } catch (error) {
      this.error = error;
    } finally {
      this.isBusy = false;
    }
  }
}

define('kontor-call-form', KontorCallForm);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-call-form': KontorCallForm;
  }
}
