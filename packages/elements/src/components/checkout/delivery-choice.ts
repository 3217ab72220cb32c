import type { Address, Checkout, DeliveryChoice, DeliveryMethod, Location, Warehouse } from '@kontor/sdk';
import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';
import { renderNewAddress } from './new-address.js';

/** What the question about delivery is drawn with. */
export interface DeliveryParts {
  readonly words: Words;
  readonly checkout: Checkout;
  readonly methods: readonly DeliveryMethod[];
  readonly addresses: readonly Address[];
  readonly warehouses: readonly Warehouse[];
  /** The method that is chosen here, before the gateway knows where to. */
  readonly methodId: string | undefined;
  readonly isNewAddress: boolean;
  readonly location: Location | null;
  readonly isMissing: boolean;
  /** Why the last choice was refused. */
  readonly error: unknown;
  readonly onMethod: (method: DeliveryMethod) => void;
  readonly onChoice: (choice: DeliveryChoice) => void;
  readonly onNewAddress: () => void;
}

/** How the goods come, and where to: methods with their conditions, then the address or the warehouse. */
export function renderDelivery(parts: DeliveryParts): TemplateResult {
  const { words, methods, methodId, isMissing } = parts;
  return html`<fieldset>
    <legend>${words.t('checkout.delivery')}</legend>
    ${isMissing ? html`<p class="hint" role="alert">${words.t('checkout.chooseDelivery')}</p>` : nothing}
    <div class="ways ${isMissing ? 'missing' : ''}">
      ${methods.map((method) => renderMethod(method, method.id === methodId, parts))}
    </div>
  </fieldset>`;
}

function renderMethod(method: DeliveryMethod, isChosen: boolean, parts: DeliveryParts): TemplateResult {
  const { checkout, words, onMethod } = parts;
  const quote = checkout.quote?.methodId === method.id ? checkout.quote : undefined;
  const days = quote?.groups.flatMap(({ maxDays }) => maxDays ?? []) ?? [];
  return html`<div>
    <label class="way">
      <input
        type="radio"
        name="method"
        value=${method.id}
        .checked=${isChosen}
        @change=${() => onMethod(method)}
      />
      <b>${method.name}</b>
      <span class="cost">${quote ? costText(words, quote.total) : nothing}</span>
      <small
        >${method.conditions}${
          days.length > 0 ? html` · ${words.t('stock.days', { n: Math.max(...days) })}` : nothing
        }</small
      >
    </label>
    ${isChosen ? renderWhere(method, parts) : nothing}
    ${
      isChosen && parts.error !== undefined
        ? html`<div class="note bad refused" role="alert">${words.problem(parts.error)}</div>`
        : nothing
    }
  </div>`;
}

function costText(words: Words, total: { amount: string; currency: string } | null | undefined): string {
  if (total === undefined) return '';
  if (total === null) return words.t('checkout.costLater');
  return Number(total.amount) === 0 ? words.t('checkout.free') : words.money(total.amount, total.currency);
}

function renderWhere(method: DeliveryMethod, parts: DeliveryParts): TemplateResult | typeof nothing {
  const { words, checkout, addresses, warehouses, isNewAddress, onChoice, onNewAddress } = parts;
  const chosen = checkout.delivery?.methodId === method.id ? checkout.delivery : undefined;
  if (method.warehouseIds.length > 0) {
    const places = warehouses.filter(({ id }) => method.warehouseIds.includes(id));
    return renderPlaces(
      words.t('checkout.whichWarehouse'),
      places.map(({ id, name, location }) => ({ id, name, detail: location.city })),
      chosen?.warehouseId,
      (warehouseId) => onChoice({ methodId: method.id, warehouseId }),
    );
  }
  if (!method.needsAddress) return nothing;
  return html`${renderPlaces(
    words.t('checkout.whichAddress'),
    addresses.map(({ id, label, location, street }) => ({
      id,
      name: label,
      detail: `${location.city}, ${street}`,
    })),
    isNewAddress ? undefined : chosen?.addressId,
    (addressId) => onChoice({ methodId: method.id, addressId }),
    html`<label class="way">
      <input type="radio" name="place" .checked=${isNewAddress} @change=${onNewAddress} />
      <b>${words.t('checkout.otherAddress')}</b>
    </label>`,
  )}
  ${
    isNewAddress
      ? renderNewAddress(words, parts.location, (address) => onChoice({ methodId: method.id, address }))
      : nothing
  }`;
}

function renderPlaces(
  label: string,
  places: readonly { id: string; name: string; detail: string }[],
  chosen: string | undefined,
  onChoose: (id: string) => void,
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="where" role="radiogroup" aria-label=${label}>
    ${places.map(
      ({ id, name, detail }) =>
        html`<label class="way">
          <input type="radio" name="place" .checked=${id === chosen} @change=${() => onChoose(id)} />
          <b>${name}</b>
          <small>${detail}</small>
        </label>`,
    )}
    ${more}
  </div>`;
}
