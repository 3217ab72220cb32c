import type { ShopCore } from '@kontor/state';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import '../../locale/en/account.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { renderPassword } from './password-field.js';
import { SignedInEvent, SignedOutEvent, SignInRequestedEvent } from './session-events.js';
import { signInStyles } from './sign-in.styles.js';

export { SignedInEvent, SignedOutEvent, SignInRequestedEvent };

/**
 * Signs a buyer in with e-mail and password, and helps when the password is forgotten. Whoever is signed in sees by what name.
 *
 * @summary A form to sign in with.
 * @status stable
 * @slot heading - Instead of the heading.
 * @slot below - Under the form: a way to ask for access, for example.
 * @event {SignedInEvent} kontor-signed-in - Somebody is signed in.
 * @event {SignedOutEvent} kontor-signed-out - Nobody is signed in any more.
 * @csspart form - The form.
 */
export class KontorSignIn extends KontorElement {
  static override styles: CSSResultGroup = [KontorElement.styles, controlStyles, messageStyles, signInStyles];
  static override shadowRootOptions: ShadowRootInit = {
    ...KontorElement.shadowRootOptions,
    delegatesFocus: true,
  };

  @query('input[name=email]') private readonly email!: HTMLInputElement;
  @query('input[name=password]') private readonly password!: HTMLInputElement;
  @state() private isBusy = false;
  @state() private isShown = false;
  @state() private error: unknown;
  @state() private sentTo: string | undefined;

  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    const session = this.#session.value?.value;
    if (session?.person) return this.#renderPerson(shop, session.person.name);
    const { words } = this;
    return html`<form part="form" novalidate @submit=${this.#handleSubmit}>
      <slot name="heading"><h2>${words.t('signIn.title')}</h2></slot>
      <label class="field">
        ${words.t('signIn.email')}
        <input name="email" type="email" autocomplete="username" autocapitalize="off" required />
      </label>
      ${renderPassword({
        words,
        label: words.t('signIn.password'),
        autocomplete: 'current-password',
        isShown: this.isShown,
        onShow: (isShown) => (this.isShown = isShown),
      })}
      ${this.#renderError()}
      <button class="primary big" ?disabled=${this.isBusy}>${words.t('common.signIn')}</button>
      <div class="below">
        <button type="button" class="link" @click=${this.#handleForgotten}>
          ${words.t('signIn.forgotten')}
        </button>
        <slot name="below"></slot>
      </div>
      <div role="status">
        ${
          this.sentTo === undefined
            ? nothing
            : html`<p>${words.t('signIn.resetSent', { email: this.sentTo })}</p>`
        }
      </div>
    </form>`;
  }

  #renderPerson(shop: ShopCore, name: string): TemplateResult {
    const { words } = this;
    return html`<p>${words.t('signIn.as', { name })}</p>
      <p><button @click=${() => void this.#signOut(shop)}>${words.t('signIn.out')}</button></p>
      ${this.#renderError()}`;
  }

  async #signOut(shop: ShopCore): Promise<void> {
    this.error = undefined;
    try {
      await shop.session.signOut();
      this.tell(new SignedOutEvent());
    } catch (error) {
      this.error = error;
    }
  }

  #renderError(): TemplateResult {
    const { error } = this;
    return html`<div role="alert">
      ${
        error === undefined
          ? nothing
          : html`<div class="note bad">${typeof error === 'string' ? error : this.words.problem(error)}</div>`
      }
    </div>`;
  }

  async #handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const shop = this.currentShop;
    if (this.isBusy || !shop) return;
    const [email, password] = [this.email.value.trim(), this.password.value];
    if (!email || !password) {
      this.error = this.words.t('signIn.incomplete');
      (email ? this.password : this.email).focus();
      return;
    }
    this.isBusy = true;
    this.error = undefined;
    try {
      await shop.session.signIn({ email, password });
      this.tell(new SignedInEvent(shop.session.$session.get().value));
    } catch (error) {
      this.error = error;
      this.password.select();
    } finally {
      this.isBusy = false;
    }
  }

  async #handleForgotten(): Promise<void> {
    const email = this.email.value.trim();
    this.error = undefined;
    if (!this.email.checkValidity()) {
      this.error = this.words.t('signIn.emailFirst');
      this.email.focus();
      return;
    }
    try {
      await this.currentShop?.session.requestPasswordReset(email);
      this.sentTo = email;
    } catch (error) {
      this.error = error;
    }
  }
}

define('kontor-sign-in', KontorSignIn);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-sign-in': KontorSignIn;
  }
}
