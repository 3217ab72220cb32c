import type { CompanySummary, Session } from '@kontor/sdk';
import type { ShopCore } from '@kontor/state';
import building from 'lucide/dist/esm/icons/building.mjs';
import check from 'lucide/dist/esm/icons/check.mjs';
import chevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import logIn from 'lucide/dist/esm/icons/log-in.mjs';
import logOut from 'lucide/dist/esm/icons/log-out.mjs';
import x from 'lucide/dist/esm/icons/x.mjs';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { PopoverController } from '../../base/popover-controller.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import '../../locale/en/account.js';
import { controlStyles } from '../../theme/control.styles.js';
import { dialogStyles } from '../../theme/dialog.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { popoverStyles } from '../../theme/popover.styles.js';
import { SignedOutEvent, SignInRequestedEvent } from '../sign-in/session-events.js';
import '../sign-in/sign-in.js';
import { accountMenuStyles } from './account-menu.styles.js';

/**
 * Who buys, and for which company: the person's companies to choose from, and the way out. A visitor finds the way in, also
 * when another element of the shop asks for it and the page does not cancel that.
 *
 * @summary Shows who is signed in and switches the company.
 * @status stable
 * @slot menu - Further entries, such as links to orders and documents.
 * @event {SignInRequestedEvent} kontor-sign-in-requested - A visitor wants in; cancel it to show a way of your own.
 * @event {SignedOutEvent} kontor-signed-out - Nobody is signed in any more.
 * @csspart button - The button.
 */
export class KontorAccountMenu extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    dialogStyles,
    messageStyles,
    popoverStyles,
    accountMenuStyles,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  @state() private error: unknown;

  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);
  readonly #popover = new PopoverController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('kontor-sign-in-requested', this.#handleRequest);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('kontor-sign-in-requested', this.#handleRequest);
  }

  /** Shows the form to sign in; does nothing when somebody is signed in. */
  openSignIn(): void {
    this.dialog?.showModal();
  }

  protected override renderShop(shop: ShopCore): TemplateResult {
    const { words } = this;
    const session = this.#session.value?.value;
    if (!session) return html`<button disabled><span class="bone">${'\u2007'.repeat(8)}</span></button>`;
    if (!session.person) return this.#renderVisitor(shop);
    const company = shop.session.$company.get();
    return html`<button part="button" popovertarget="menu" aria-haspopup="dialog">
        ${icon(building)}<span class="name">${company?.name ?? session.person.name}</span>${icon(chevronDown)}
      </button>
      <div
        id="menu"
        popover
        role="dialog"
        aria-label=${words.t('account.title')}
        @toggle=${this.#popover.handleToggle}
      >
        <div class="who">
          ${session.person.name}<small>${session.person.email}</small>
          ${company && session.companies.length === 1 ? html`<small>${company.name}</small>` : nothing}
        </div>
        ${session.companies.length > 1 ? this.#renderCompanies(session, shop) : nothing}
        <slot name="menu"></slot>
        <div role="alert">
          ${this.error === undefined ? nothing : html`<div class="note bad">${words.problem(this.error)}</div>`}
        </div>
        <button class="quiet out" @click=${() => void this.#signOut(shop)}>
          ${icon(logOut)}${words.t('signIn.out')}
        </button>
      </div>`;
  }

  #renderVisitor(shop: ShopCore): TemplateResult {
    const { words } = this;
    return html`<button part="button" @click=${this.#handleSignIn}>
        ${icon(logIn)}${words.t('common.signIn')}
      </button>
      <dialog aria-label=${words.t('signIn.title')} closedby="any">
        <kontor-sign-in .shop=${shop} @kontor-signed-in=${() => this.dialog?.close()}></kontor-sign-in>
        <button class="icon" aria-label=${words.t('common.close')} @click=${() => this.dialog?.close()}>
          ${icon(x, 20)}
        </button>
      </dialog>`;
  }

  #renderCompanies({ companies, context }: Session, shop: ShopCore): TemplateResult {
    const { words } = this;
    const entry = ({ id, name, role }: CompanySummary): TemplateResult => {
      const isCurrent = id === context?.companyId;
      return html`<button
        class="quiet company"
        aria-pressed=${isCurrent}
        @click=${() => {
          if (isCurrent) this.#popover.close();
          else void this.#go(() => shop.session.selectCompany(id));
        }}
      >
        <span>${isCurrent ? icon(check) : nothing}</span>
        <span>${name}<small>${words.t(`role.${role}`)}</small></span>
      </button>`;
    };
    return html`<h3>${words.t('account.buyFor')}</h3>
      ${companies.map(entry)}`;
  }

  async #signOut(shop: ShopCore): Promise<void> {
    await this.#go(() => shop.session.signOut());
    if (this.error === undefined) this.tell(new SignedOutEvent());
  }

  /** Does it and closes the menu; what failed is told in the menu. */
  async #go(act: () => Promise<unknown>): Promise<void> {
    this.error = undefined;
    try {
      await act();
      this.#popover.close();
    } catch (error) {
      this.error = error;
    }
  }

  readonly #handleRequest = (event: Event): void => {
    const isHere =
      event.target instanceof Element && event.target.closest('kontor-shop') === this.closest('kontor-shop');
    if (!isHere || event.target === this || !this.checkVisibility()) return;
    // Later: the page may listen after this element.
    queueMicrotask(() => {
      if (event.defaultPrevented || this.dialog?.open) return;
      event.preventDefault();
      this.openSignIn();
    });
  };

  #handleSignIn(): void {
    if (this.tell(new SignInRequestedEvent())) this.openSignIn();
  }
}

define('kontor-account-menu', KontorAccountMenu);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-account-menu': KontorAccountMenu;
  }
}
