import type { Totals } from '@kontor/sdk';
import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';

/** VAT that a total includes, a pair of a description list per rate. */
export function renderVat(words: Words, { vatByRate, currency }: Totals): TemplateResult[] {
  return vatByRate.map(
    ({ rate, vat }) =>
      html`<dt class="soft">
          ${rate === null ? words.t('price.vatNone') : words.t('cart.vat', { rate: words.number(rate) })}
        </dt>
        <dd class="soft">${rate === null ? nothing : words.money(vat, currency)}</dd>`,
  );
}
