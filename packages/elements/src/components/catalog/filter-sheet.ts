import { catalogueOf, type ShopCore } from '@kontor/state';
import x from 'lucide/dist/esm/icons/x.mjs';
import { html, type TemplateResult } from 'lit';

import { icon } from '../../icons/icon.js';
import type { Words } from '../../locale/words.js';
import '../facets/facets.js';

/** The filters as a sheet over the list, where there is no room beside it. @param total how many products they leave */
export function filterSheet(
  words: Words,
  shop: ShopCore,
  total: number,
  onClose: () => void,
): TemplateResult {
  return html`<dialog closedby="any" aria-label=${words.t('facets.title')}>
    <header>
      <h2>${words.t('facets.title')}</h2>
      <button class="icon" aria-label=${words.t('common.close')} @click=${onClose}>${icon(x, 20)}</button>
    </header>
    <kontor-facets .shop=${shop}></kontor-facets>
    <footer>
      <button @click=${() => catalogueOf(shop).refine({ filters: undefined })}>
        ${words.t('common.reset')}
      </button>
      <button class="primary" @click=${onClose}>${words.t('catalog.showFound', { n: total })}</button>
    </footer>
  </dialog>`;
}
