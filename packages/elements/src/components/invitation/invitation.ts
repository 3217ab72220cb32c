import type { ShopCore } from '@kontor/state';
import circleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { codeOf } from '../../base/code-of.js';
import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import '../../locale/en/password.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { LinkToken } from '../password-reset/link-token.js';
import { shortestPassword } from '../password-reset/shortest-password.js';
import { renderPassword } from '../sign-in/password-field.js';
import { SignedInEvent } from '../sign-in/session-events.js';
import '../sign-in/sign-in.js';
import { signInStyles } from '../sign-in/sign-in.styles.js';
import { InvitationAcceptedEvent } from './invitation-events.js';

export { InvitationAcceptedEvent };

/**
 * The page behind the link of an invitation: name and password, and somebody orders for the company. Whoever has a password here
 * proves it and keeps it. With an invitation that was accepted, or is too old, there is the way to sign in.
 *
 * @summary Accepts an invitation into a company.
 * @status stable
 * @slot heading - Instead of the heading.
 * @slot next - When it is accepted: a way to the catalogue, for example.
 * @event {InvitationAcceptedEvent} kontor-invitation-accepted - Somebody is a member of the company, and signed in.
 * @event {SignedInEvent} kontor-signed-in - Somebody is signed in.
 * @csspart form - The form.
 */
export class KontorInvitation extends KontorElement {
  static override styles: CSSResultGroup = [KontorElement.styles, controlStyles, messageStyles, signInStyles];
  static override shadowRootOptions: ShadowRootInit = {
    ...KontorElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** The token of the link; by itself it is `token` of the page's address, behind `#` or `?`. */
  @property() token: string | undefined;

  @query('input[name=name]') private readonly name!: HTMLInputElement | null;
  @query('input[name=password]') private readonly password!: HTMLInputElement | null;
  @query('h2[tabindex]') private readonly heading!: HTMLElement | null;
  @state() private isAccepted = false;
  @state() private isBusy = false;
  @state() private isShown = false;
  @state() private isShort = false;
  /** A text of ours, or what a call failed with. */
  @state() private error: unknown;

  readonly #link = new LinkToken(this, () => {
    this.isAccepted = false;
    this.error = undefined;
  });
  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);
  readonly #company = new StoreController(this, () => this.currentShop?.session.$company);

  protected override renderShop(shop: ShopCore): TemplateResult {
    const { words } = this;
    if (this.isAccepted) return this.#renderDone();
    const token = this.token ?? this.#link.value;
    if (token === undefined || codeOf(this.error) === 'invalid_token')
      return html`<slot name="heading"></slot>
        <div class="done" role="alert">
          <div class="note bad">${words.t('invitation.over')}</div>
        </div>
        <kontor-sign-in></kontor-sign-in>`;
    return html`<form
      part="form"
      novalidate
      @submit=${(event: Event) => void this.#handleSubmit(event, shop, token)}
    >
      <slot name="heading"><h2>${words.t('invitation.title')}</h2></slot>
      <p>${words.t('invitation.hint')}</p>
      <label class="field">
        ${words.t('invitation.name')}
        <input
          name="name"
          autocomplete="name"
          maxlength="120"
          aria-invalid=${typeof this.error === 'string'}
          required
        />
      </label>
      ${renderPassword({
        words,
        label: words.t('signIn.password'),
        autocomplete: 'new-password',
        hint: words.t('password.rule', { n: shortestPassword }),
        isWrong: this.isShort,
        isShown: this.isShown,
        onShow: (isShown) => (this.isShown = isShown),
      })}
      <div role="alert">
        ${this.error === undefined ? nothing : html`<div class="note bad">${this.#problem(this.error)}</div>`}
      </div>
      <button class="primary big" ?disabled=${this.isBusy}>${words.t('invitation.accept')}</button>
    </form>`;
  }

  #renderDone(): TemplateResult {
    const { words } = this;
    const name = this.#session.value?.value?.person?.name ?? '';
    const company = this.#company.value;
    return html`<slot name="heading"></slot>
      <div class="done" role="status">
        <h2 tabindex="-1">${icon(circleCheck, 20)}${words.t('invitation.done', { name })}</h2>
        ${company ? html`<p>${words.t('invitation.doneFor', { company: company.name })}</p>` : nothing}
      </div>
      <slot name="next"></slot>`;
  }

  #problem(error: unknown): string {
    if (typeof error === 'string') return error;
    return codeOf(error) === 'invalid_credentials'
      ? this.words.t('invitation.known')
      : this.words.problem(error);
  }

  async #handleSubmit(event: Event, shop: ShopCore, token: string): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    const name = this.name?.value.trim() ?? '';
    const password = this.password?.value ?? '';
    this.error = undefined;
    this.isShort = password.length < shortestPassword;
    if (!name || this.isShort) {
      if (!name) this.error = this.words.t('invitation.incomplete');
      (name ? this.password : this.name)?.focus();
      return;
    }
    this.isBusy = true;
    try {
      await shop.session.acceptInvitation({ token, name, password });
      this.isAccepted = true;
      if (this.token === undefined) this.#link.forget();
      const session = shop.session.$session.get().value;
      this.tell(new InvitationAcceptedEvent(session));
      this.tell(new SignedInEvent(session));
      await this.updateComplete;
      this.heading?.focus();
    } catch (error) {
      this.error = error;
      if (codeOf(error) === 'invalid_credentials') this.password?.select();
    } finally {
      this.isBusy = false;
    }
  }
}

define('kontor-invitation', KontorInvitation);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-invitation': KontorInvitation;
  }
}
