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
import { renderPassword } from '../sign-in/password-field.js';
import '../sign-in/sign-in.js';
import { signInStyles } from '../sign-in/sign-in.styles.js';
import { LinkToken } from './link-token.js';
import { PasswordChangedEvent } from './password-events.js';
import { shortestPassword } from './shortest-password.js';

export { PasswordChangedEvent };

/**
 * The page behind the link of a letter: sets a new password, once, and lets the person sign in with it. Without a link, or with
 * one that is used or too old, it asks for an e-mail and has a new link sent.
 *
 * @summary Sets a new password with the link of a letter.
 * @status stable
 * @slot heading - Instead of the heading.
 * @event {PasswordChangedEvent} kontor-password-changed - The new password is set.
 * @event {SignedInEvent} kontor-signed-in - Somebody signed in with it.
 * @csspart form - The form.
 */
export class KontorPasswordReset extends KontorElement {
  static override styles: CSSResultGroup = [KontorElement.styles, controlStyles, messageStyles, signInStyles];
  static override shadowRootOptions: ShadowRootInit = {
    ...KontorElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** The token of the link; by itself it is `token` of the page's address, behind `#` or `?`. */
  @property() token: string | undefined;

  @query('input:not([hidden])') private readonly field!: HTMLInputElement | null;
  @query('h2[tabindex]') private readonly heading!: HTMLElement | null;
  @state() private stage: 'link' | 'asked' | 'done' = 'link';
  @state() private isBusy = false;
  @state() private isShown = false;
  @state() private isWrong = false;
  @state() private error: unknown;
  @state() private sentTo = '';

  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);
  readonly #link = new LinkToken(this, () => {
    this.stage = 'link';
    this.error = undefined;
  });

  protected override renderShop(shop: ShopCore): TemplateResult {
    if (this.stage === 'done') return this.#renderDone();
    const token = this.token ?? this.#link.value;
    const isAsking = token === undefined || isOver(this.error) || this.stage === 'asked';
    return isAsking ? this.#renderAsk(shop) : this.#renderSet(shop, token);
  }

  #renderSet(shop: ShopCore, token: string): TemplateResult {
    const { words } = this;
    return html`<form
      part="form"
      novalidate
      @submit=${(event: Event) => void this.#submit(event, () => this.#set(shop, token))}
    >
      <slot name="heading"><h2>${words.t('password.title')}</h2></slot>
      <!-- For managers of passwords; whose link it is is known where it was asked for here. -->
      <input hidden type="email" autocomplete="username" .value=${this.sentTo} />
      ${renderPassword({
        words,
        label: words.t('password.new'),
        autocomplete: 'new-password',
        hint: words.t('password.rule', { n: shortestPassword }),
        isWrong: this.isWrong,
        isShown: this.isShown,
        onShow: (isShown) => (this.isShown = isShown),
      })}
      ${this.#renderError()}
      <button class="primary big" ?disabled=${this.isBusy}>${words.t('password.set')}</button>
    </form>`;
  }

  #renderAsk(shop: ShopCore): TemplateResult {
    const { words } = this;
    return html`<form
      part="form"
      novalidate
      @submit=${(event: Event) => void this.#submit(event, () => this.#ask(shop))}
    >
      <slot name="heading"><h2>${words.t('password.title')}</h2></slot>
      ${this.#renderError()}
      <p>${words.t('password.ask')}</p>
      <label class="field">
        ${words.t('signIn.email')}
        <input
          type="email"
          autocomplete="username"
          autocapitalize="off"
          aria-invalid=${this.isWrong}
          required
        />
      </label>
      <button class="primary big" ?disabled=${this.isBusy}>${words.t('password.send')}</button>
      <div role="status">
        ${this.stage === 'asked' ? html`<p>${words.t('signIn.resetSent', { email: this.sentTo })}</p>` : nothing}
      </div>
    </form>`;
  }

  #renderDone(): TemplateResult {
    const { words } = this;
    const isIn = (this.#session.value?.value?.person ?? null) !== null;
    return html`<slot name="heading"></slot>
      <div class="done" role="status">
        <h2 tabindex="-1">${icon(circleCheck, 20)}${words.t('password.done')}</h2>
        ${isIn ? nothing : html`<p>${words.t('password.doneHint')}</p>`}
      </div>
      <kontor-sign-in><span slot="heading"></span></kontor-sign-in>`;
  }

  #renderError(): TemplateResult {
    const { error } = this;
    return html`<div role="alert">
      ${error === undefined ? nothing : html`<div class="note bad">${this.words.problem(error)}</div>`}
    </div>`;
  }

  async #submit(event: Event, send: () => Promise<void>): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await send();
    } catch (error) {
      this.error = error;
      // A link that is over gives its place to the form that asks for another.
      await this.updateComplete;
      this.field?.focus();
    } finally {
      this.isBusy = false;
    }
  }

  async #set(shop: ShopCore, token: string): Promise<void> {
    const password = this.field?.value ?? '';
    this.isWrong = password.length < shortestPassword;
    this.error = undefined;
    if (this.isWrong) {
      this.field?.focus();
      return;
    }
    await shop.session.resetPassword({ token, password });
    this.stage = 'done';
    if (this.token === undefined) this.#link.forget();
    this.tell(new PasswordChangedEvent());
    await this.updateComplete;
    this.heading?.focus();
  }

  async #ask(shop: ShopCore): Promise<void> {
    const email = this.field?.value.trim() ?? '';
    this.isWrong = !email || !this.field?.checkValidity();
    if (this.isWrong) {
      this.field?.focus();
      return;
    }
    await shop.session.requestPasswordReset(email);
    this.error = undefined;
    this.sentTo = email;
    this.stage = 'asked';
  }
}

const isOver = (error: unknown): boolean => codeOf(error) === 'invalid_token';

define('kontor-password-reset', KontorPasswordReset);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-password-reset': KontorPasswordReset;
  }
}
