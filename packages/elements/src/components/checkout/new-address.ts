import type { DeliveryChoice, Location } from '@kontor/sdk';
import { html, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';

/** Fields of an address that the company does not have yet; it counts when it is complete. */
export function renderNewAddress(
  words: Words,
  location: Location | null,
  onAddress: (address: NonNullable<DeliveryChoice['address']>) => void,
): TemplateResult {
  const handleChange = (event: Event): void => {
    const fields = new FormData((event.currentTarget as HTMLElement).closest('form') ?? undefined);
    const text = (name: string): string => {
      const value = fields.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const [city, street] = [text('city'), text('street')];
    if (!city || !street) return;
    onAddress({
      location: { country: location?.country ?? 'RU', city },
      street,
      ...optional('postalCode', text('postalCode')),
      ...optional('contact', text('contact')),
      ...optional('phone', text('phone')),
    });
  };
  const field = (
    name: string,
    label: string,
    options: { isWide?: boolean; autocomplete: string; value?: string },
  ) =>
    html`<label class="field ${options.isWide ? 'wide' : ''}">
      ${label}
      <input
        name=${name}
        autocomplete=${options.autocomplete}
        maxlength="240"
        .value=${options.value ?? ''}
      />
    </label>`;
  return html`<div class="where fields" @change=${handleChange}>
    ${field('city', words.t('location.city'), { autocomplete: 'address-level2', value: location?.city ?? '' })}
    ${field('postalCode', words.t('checkout.postalCode'), { autocomplete: 'postal-code' })}
    ${field('street', words.t('checkout.street'), { isWide: true, autocomplete: 'street-address' })}
    ${field('contact', words.t('checkout.contact'), { autocomplete: 'name' })}
    ${field('phone', words.t('checkout.phone'), { autocomplete: 'tel' })}
  </div>`;
}

const optional = (name: string, value: string): object => (value === '' ? {} : { [name]: value });
