import type { ProductSummary } from '@kontor/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import type { Words } from '../../locale/words.js';
import { isOne, productItem, productTableRow, type RowOptions } from './product-row.js';
import type { CatalogView } from './toolbar.js';

/** Products in the chosen arrangement. */
export function productList(
  items: readonly ProductSummary[],
  view: CatalogView,
  options: RowOptions,
): TemplateResult {
  if (view === 'table') return productTable(items, options);
  return html`<ul class=${view} part="list">
    ${repeat(
      items,
      ({ id }) => id,
      (product) => productItem(product, options),
    )}
  </ul>`;
}

function productTable(items: readonly ProductSummary[], options: RowOptions): TemplateResult {
  const { words } = options;
  const columns = { withBrand: items.some(({ brand }) => brand !== null), withBuying: items.some(isOne) };
  return html`<div class="table">
    <table part="list">
      <thead>
        <tr>
          <td></td>
          <th scope="col">${words.t('catalog.name')}</th>
          ${columns.withBrand ? html`<th scope="col">${words.t('catalog.brand')}</th>` : nothing}
          <th scope="col" class="figure">${words.t('catalog.variantCount')}</th>
          ${
            columns.withBuying
              ? html`<th scope="col" class="figure">${words.t('catalog.price')}</th>
                  <th scope="col">${words.t('catalog.stock')}</th>
                  <th scope="col">${words.t('quantity.label')}</th>`
              : nothing
          }
        </tr>
      </thead>
      <tbody>
        ${repeat(
          items,
          ({ id }) => id,
          (product) => productTableRow(product, options, columns),
        )}
      </tbody>
    </table>
  </div>`;
}

/** Rows of the same height as those to come. */
export function productBones(words: Words, view: CatalogView, count: number): TemplateResult {
  const lengths = [22, 16, 27, 19, 24, 14, 21, 18];
  return html`<ul
    class=${view === 'table' ? 'list lines' : view}
    aria-busy="true"
    aria-label=${words.t('common.loading')}
  >
    ${Array.from(
      { length: count },
      (_, index) =>
        html`<li>
          <div class="picture"></div>
          <div class="what">
            <span class="bone">${'\u2007'.repeat(lengths[index % lengths.length] ?? 20)}</span>
            <p class="details"><span class="bone">${'\u2007'.repeat(11)}</span></p>
          </div>
        </li>`,
    )}
  </ul>`;
}
