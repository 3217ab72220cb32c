import type { Agreement, AgreementPreview } from '@kontor/sdk';
import { createRemote, type Remote, type ShopCore } from '@kontor/state';
import chevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { PopoverController } from '../../base/popover-controller.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import '../../locale/en/agreements.js';
import { controlStyles } from '../../theme/control.styles.js';
import { popoverStyles } from '../../theme/popover.styles.js';
import { AgreementSwitchedEvent, AgreementSwitchEvent } from './agreement-events.js';
import { agreementSwitcherStyles } from './agreement-switcher.styles.js';
import { agreementTerms } from './agreement-words.js';

export { AgreementSwitchedEvent, AgreementSwitchEvent };

type Preview = AgreementPreview['items'][number];

/**
 * Shows the agreement that one buys under. Its list says what this very cart would cost under each of the others and what would
 * be missing, before anything is switched; after a switch everything on the page re-prices.
 *
 * @summary Switches the agreement, with what it would cost before.
 * @status stable
 * @event {AgreementSwitchEvent} kontor-agreement-switch - Before the switch; cancelable.
 * @event {AgreementSwitchedEvent} kontor-agreement-switched - The agreement was switched, with what changed.
 * @csspart button - The button with the present agreement.
 * @csspart list - The list of agreements.
 */
export class KontorAgreementSwitcher extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    popoverStyles,
    agreementSwitcherStyles,
  ];

  @state() private chosen: string | undefined;

  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);
  readonly #switching = new StoreController(this, () => this.currentShop?.session.$switching);
  readonly #popover = new PopoverController(this, (isOpen) => {
    if (isOpen) this.chosen = undefined;
  });
  readonly #preview = new StoreController(this, () =>
    this.#popover.isOpen ? this.#previewRemote?.$state : undefined,
  );
  #previewRemote: Remote<AgreementPreview> | undefined;
  #previewOf: ShopCore | undefined;

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const shop = this.currentShop;
    if (!shop || shop === this.#previewOf) return;
    this.#previewOf = shop;
    this.#previewRemote = createRemote((signal) => shop.session.previewAgreements(signal), {
      reloadOn: [shop.cart.$version, shop.session.$buyer],
      owner: shop.session.owner,
    });
  }

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    const session = this.#session.value?.value;
    const current = shop.session.$agreement.get();
    if (!session || !current) return nothing;
    const { words } = this;
    if (session.agreements.length < 2)
      return html`<span class="alone">${current.name}<small>${agreementTerms(words, current)}</small></span>`;
    const isRunning = this.#switching.value?.status === 'running';
    return html`<button
        class="current"
        part="button"
        popovertarget="list"
        aria-haspopup="dialog"
        aria-busy=${isRunning}
      >
        <span class="name"
          ><span class="visually-hidden">${words.t('agreement.present')}</span>${current.name}</span
        >
        <small>${agreementTerms(words, current)}</small>
        ${icon(chevronDown)}
      </button>
      <div
        id="list"
        popover
        role="dialog"
        part="list"
        aria-label=${words.t('agreement.choose')}
        @toggle=${this.#popover.handleToggle}
      >
        ${this.#popover.isOpen ? this.#renderForm(session.agreements, current) : nothing}
      </div>`;
  }

  #renderForm(agreements: readonly Agreement[], current: Agreement): TemplateResult {
    const { words } = this;
    const previews = this.#preview.value?.value?.items;
    const chosen = this.chosen ?? current.id;
    return html`<form @submit=${this.#handleSubmit}>
      <fieldset>
        <legend class="visually-hidden">${words.t('agreement.choose')}</legend>
        ${agreements.map((agreement) =>
          this.#renderOption(
            agreement,
            previews?.find((preview) => preview.agreement.id === agreement.id),
            agreement.id === chosen,
          ),
        )}
      </fieldset>
      <footer>
        <span>${words.t('agreement.hint')}</span>
        <button class="primary" ?disabled=${chosen === current.id}>${words.t('agreement.switch')}</button>
      </footer>
    </form>`;
  }

  #renderOption(agreement: Agreement, preview: Preview | undefined, isChosen: boolean): TemplateResult {
    const { words } = this;
    const removed = preview?.removed.length ?? 0;
    return html`<label>
      <input
        type="radio"
        name="agreement"
        value=${agreement.id}
        .checked=${isChosen}
        @change=${() => (this.chosen = agreement.id)}
      />
      <span
        >${agreement.name}<small>${agreementTerms(words, agreement)}</small>${
          removed > 0
            ? html`<small class="missing">${words.t('agreement.missing', { n: removed })}</small>`
            : nothing
        }</span
      >
      <span class="sum">${this.#renderSum(preview)}</span>
    </label>`;
  }

  #renderSum(preview: Preview | undefined): TemplateResult | typeof nothing {
    const { words } = this;
    if (!preview)
      return this.#preview.value?.status === 'loading'
        ? html`<span class="bone">${'\u2007'.repeat(9)}</span>`
        : nothing;
    const { totals, difference, isCurrent, repriced } = preview;
    if (!totals || (Number(totals.total) === 0 && preview.removed.length === 0)) return nothing;
    const details = isCurrent
      ? words.t('agreement.now')
      : [
          difference?.percent ? words.percent(difference.percent) : '',
          difference && repriced.length > 0 ? words.t('common.lines', { n: repriced.length }) : '',
        ]
          .filter(Boolean)
          .join(' · ');
    const tone = !difference || isCurrent ? '' : Number(difference.amount) < 0 ? 'down' : 'up';
    return html`${words.money(totals.total, totals.currency)}<small class=${tone}>${details}</small>`;
  }

  async #handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { chosen, currentShop: shop } = this;
    if (!shop || chosen === undefined || !this.tell(new AgreementSwitchEvent(chosen))) return;
    this.#popover.close();
    await shop.session.selectAgreement(chosen);
    const outcome = shop.session.$switching.get();
    if (outcome.status === 'done') this.tell(new AgreementSwitchedEvent(outcome));
  }
}

define('kontor-agreement-switcher', KontorAgreementSwitcher);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-agreement-switcher': KontorAgreementSwitcher;
  }
}
