import type { AccessRequestInput } from '@kontor/sdk';
import { companyOf, type ShopCore } from '@kontor/state';
import circleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';

import { codeOf } from '../../base/code-of.js';
import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import '../../locale/en/access.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { callFormStyles } from '../call-form/call-form.styles.js';
import { AccessRequestedEvent, AccessRequestEvent } from './access-events.js';

export { AccessRequestedEvent, AccessRequestEvent };

/**
 * Three fields by which somebody who has no access asks for it: a name, a phone or an e-mail, and a message. The supplier's staff
 * get a letter. Whoever is signed in sees nothing of it.
 *
 * @summary A form to ask for access.
 * @status stable
 * @slot heading - Instead of the heading.
 * @event {AccessRequestEvent} kontor-access-request - Before the request is sent; cancelable.
 * @event {AccessRequestedEvent} kontor-access-requested - The supplier has the request.
 * @csspart form - The form.
 */
export class KontorAccessRequest extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    messageStyles,
    callFormStyles,
    css`
      :host {
        max-width: 420px;
      }
    `,
  ];
  static override shadowRootOptions: ShadowRootInit = {
    ...KontorElement.shadowRootOptions,
    delegatesFocus: true,
  };

  @query('[name=name]') private readonly name!: HTMLInputElement | null;
  @query('[name=contact]') private readonly contact!: HTMLInputElement | null;
  @query('textarea') private readonly message!: HTMLTextAreaElement | null;
  @query('h2[tabindex]') private readonly doneHeading!: HTMLElement | null;
  @state() private wrong: readonly ('name' | 'contact')[] = [];
  @state() private isBusy = false;
  @state() private error: unknown;
  @state() private sentTo: string | undefined;

  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    const { words } = this;
    const session = this.#session.value?.value;
    if (session?.person) return nothing;
    if (this.sentTo !== undefined) return this.#renderDone(this.sentTo);
    return html`<form
      part="form"
      novalidate
      @submit=${(event: Event) => void this.#handleSubmit(event, shop)}
    >
      <slot name="heading"><h2>${words.t('access.title')}</h2></slot>
      <p>${words.t('access.hint')}</p>
      ${this.#renderField('name', 'name', 120)} ${this.#renderField('contact', 'email', 160)}
      <label class="field">
        ${words.t('access.message')}
        <textarea rows="3" maxlength="2000"></textarea>
      </label>
      <div role="alert">
        ${this.error === undefined ? nothing : html`<div class="note bad">${this.#problem(this.error)}</div>`}
      </div>
      <button class="primary big" ?disabled=${this.isBusy}>${words.t('access.send')}</button>
    </form>`;
  }

  #renderField(name: 'name' | 'contact', autocomplete: AutoFill, maximum: number): TemplateResult {
    const { words } = this;
    const isWrong = this.wrong.includes(name);
    return html`<div class="field">
      <label for=${name}>${words.t(name === 'name' ? 'access.name' : 'access.contact')}</label>
      <input
        id=${name}
        name=${name}
        autocomplete=${autocomplete}
        maxlength=${maximum}
        aria-invalid=${isWrong}
        aria-describedby=${isWrong ? `${name}-wrong` : nothing}
        required
      />
      ${
        isWrong
          ? html`<span id="${name}-wrong" class="error"
              >${words.t(name === 'name' ? 'access.nameMissing' : 'access.contactWrong')}</span
            >`
          : nothing
      }
    </div>`;
  }

  #renderDone(contact: string): TemplateResult {
    const { words } = this;
    return html`<slot name="heading"></slot>
      <div class="done" role="status">
        <h2 tabindex="-1">${icon(circleCheck, 20)}${words.t('access.done')}</h2>
        <p>${words.t('access.doneHint', { contact: `\u2068${contact}\u2069` })}</p>
      </div>`;
  }

  #problem(error: unknown): string {
    const isTooMany = codeOf(error) === 'too_many_requests';
    return isTooMany ? this.words.t('access.tooMany') : this.words.problem(error);
  }

  async #handleSubmit(event: Event, shop: ShopCore): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    const name = this.name?.value.trim() ?? '';
    const contact = this.contact?.value.trim() ?? '';
    const message = this.message?.value.trim() ?? '';
    this.error = undefined;
    this.wrong = [...(name ? [] : ['name' as const]), ...(isReachable(contact) ? [] : ['contact' as const])];
    if (this.wrong.length > 0) {
      (name ? this.contact : this.name)?.focus();
      return;
    }
    const request: AccessRequestInput = { name, contact, message };
    if (this.tell(new AccessRequestEvent(request))) await this.#send(shop, request);
  }

  async #send(shop: ShopCore, request: AccessRequestInput): Promise<void> {
    this.isBusy = true;
    try {
      await companyOf(shop).requestAccess(request);
      this.sentTo = request.contact;
      this.tell(new AccessRequestedEvent(request));
      await this.updateComplete;
      this.doneHeading?.focus();
    } catch (error) {
      this.error = error;
    } finally {
      this.isBusy = false;
    }
  }
}

/** A phone number of some digits, or an address. */
const isReachable = (contact: string): boolean => /(\d\D*){5}/.test(contact) || /\S@\S/.test(contact);

define('kontor-access-request', KontorAccessRequest);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-access-request': KontorAccessRequest;
  }
}
