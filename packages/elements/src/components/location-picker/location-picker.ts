import type { Address, Location } from '@kontor/sdk';
import { checkoutOf, type ShopCore } from '@kontor/state';
import mapPin from 'lucide/dist/esm/icons/map-pin.mjs';
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { KontorEvent } from '../../base/kontor-event.js';
import { PopoverController } from '../../base/popover-controller.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import '../../locale/en/account.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { popoverStyles } from '../../theme/popover.styles.js';

/** Goods go somewhere else now. */
export class LocationChangedEvent extends KontorEvent<{ readonly location: Location | null }> {
  constructor(location: Location | null) {
    super('kontor-location-changed', { location });
  }
}

/** Countries to choose from; their names come from the language. */
const countries = ['RU', 'UA', 'BY', 'KZ', 'DE', 'AT', 'CH', 'PL', 'LT', 'LV', 'EE'];

/**
 * Where goods go to: decides which warehouses come first, how many days it takes and what delivery costs. Offers the company's
 * own addresses first.
 *
 * @summary Chooses the place of delivery.
 * @status stable
 * @event {LocationChangedEvent} kontor-location-changed - Another place was chosen.
 * @csspart button - The button with the present place.
 */
export class KontorLocationPicker extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    popoverStyles,
    messageStyles,
    css`
      :host {
        display: inline-block;
      }

      .places {
        display: grid;
        gap: 2px;
        margin-bottom: var(--k-3);
      }

      .places button {
        justify-content: start;
        padding-inline: 10px;
      }

      .places small {
        color: var(--k-soft);
        font-weight: 400;
      }

      form {
        display: grid;
        gap: var(--k-3);
        padding: var(--k-2);
      }

      .actions {
        display: flex;
        gap: var(--k-2);
        justify-content: end;
      }
    `,
  ];

  @state() private error: unknown;

  readonly #session = new StoreController(this, () => this.currentShop?.session.$context);
  readonly #popover = new PopoverController(this);
  readonly #addresses = new StoreController(this, () =>
    this.#popover.isOpen ? checkoutOf(this.currentShop)?.addresses.$state : undefined,
  );

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    const context = this.#session.value;
    if (!context) return nothing;
    const { words } = this;
    return html`<button part="button" class="quiet" popovertarget="places" aria-haspopup="dialog">
        ${icon(mapPin)}${context.location?.city ?? words.t('location.choose')}
      </button>
      <div
        id="places"
        popover
        role="dialog"
        aria-label=${words.t('location.title')}
        @toggle=${this.#popover.handleToggle}
      >
        ${this.#popover.isOpen ? this.#renderChoice(shop, context.location) : nothing}
      </div>`;
  }

  #renderChoice(shop: ShopCore, location: Location | null): TemplateResult {
    const { words } = this;
    const addresses = onePerCity(this.#addresses.value?.value ?? []);
    const names = new Intl.DisplayNames(words.locale, { type: 'region' });
    return html`${
        addresses.length > 0
          ? html`<div class="places">
              ${addresses.map(
                (address) =>
                  html`<button class="quiet" @click=${() => void this.#choose(shop, address.location)}>
                    ${address.location.city}<small>${address.label}</small>
                  </button>`,
              )}
            </div>`
          : nothing
      }
      <form @submit=${(event: SubmitEvent) => this.#handleSubmit(event, shop)}>
        <label class="field">
          ${words.t('location.country')}
          <select name="country">
            ${countries.map(
              (code) =>
                html`<option value=${code} ?selected=${code === (location?.country ?? 'RU')}>
                  ${names.of(code) ?? code}
                </option>`,
            )}
          </select>
        </label>
        <label class="field">
          ${words.t('location.city')}
          <input
            name="city"
            required
            maxlength="120"
            autocomplete="address-level2"
            .value=${location?.city ?? ''}
          />
        </label>
        <div role="alert">
          ${this.error === undefined ? nothing : html`<div class="note bad">${words.problem(this.error)}</div>`}
        </div>
        <div class="actions">
          ${
            location
              ? html`<button type="button" @click=${() => void this.#choose(shop, null)}>
                  ${words.t('location.forget')}
                </button>`
              : nothing
          }
          <button class="primary">${words.t('location.set')}</button>
        </div>
      </form>`;
  }

  #handleSubmit(event: SubmitEvent, shop: ShopCore): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const [country, city] = [form.get('country'), form.get('city')];
    if (typeof country === 'string' && typeof city === 'string' && city.trim())
      void this.#choose(shop, { country, city: city.trim() });
  }

  async #choose(shop: ShopCore, location: Location | null): Promise<void> {
    try {
      await shop.session.setLocation(location);
      this.error = undefined;
      this.#popover.close();
      this.tell(new LocationChangedEvent(location));
    } catch (error) {
      this.error = error;
    }
  }
}

const onePerCity = (addresses: readonly Address[]): Address[] => [
  ...new Map(
    addresses.map((address) => [`${address.location.country} ${address.location.city}`, address]),
  ).values(),
];

define('kontor-location-picker', KontorLocationPicker);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-location-picker': KontorLocationPicker;
  }

  interface GlobalEventHandlersEventMap {
    'kontor-location-changed': LocationChangedEvent;
  }
}
