import type { Analogue, Availability, Option, Price } from '@kontor/sdk';
import type { Entry, ShopCore } from '@kontor/state';
import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';
import '../analogues/analogues.js';
import { hasStock, leadTimeText, quantityText } from '../stock/stock-words.js';
import { itemText } from './row-cells.js';

/** What stands under a row that is out of stock. */
export interface AnalogueNote {
  readonly analogues: readonly Analogue[];
  readonly options: readonly Option[];
  readonly stockOf: (sku: string) => Entry<Availability>;
  readonly priceOf: (sku: string) => Entry<Price>;
  readonly canTake: boolean;
  readonly onTake: (analogue: Analogue) => void;
  readonly onMore: () => void;
}

/** The first analogue that can be had at once, else the best. */
export function renderAnalogueNote(
  words: Words,
  { analogues, ...note }: AnalogueNote,
): TemplateResult | typeof nothing {
  const best =
    analogues.find(({ variant }) => note.stockOf(variant.sku).item?.byWarehouse?.some(hasStock)) ??
    analogues[0];
  if (!best) return nothing;
  const { variant, reason } = best;
  const { item: price } = note.priceOf(variant.sku);
  return html`<span class="lead">${words.t('table.analogueNow')}</span>
    <span class="card">
      <span class="mono">${variant.sku}</span>
      <span class="what">${itemText(variant, note.options, words)}, ${words.t(`analogues.${reason}`)}</span>
      ${stockText(words, note.stockOf(variant.sku).item)}
      ${
        price?.unitPrice === undefined || price.currency === undefined
          ? nothing
          : html`<b>${words.unitPrice(price.unitPrice)}&nbsp;${words.currency(price.currency)}</b>`
      }
      ${
        note.canTake
          ? html`<button type="button" tabindex="-1" @click=${() => note.onTake(best)}>
              ${words.t('table.takeIt')}
            </button>`
          : nothing
      }
    </span>
    ${
      analogues.length > 1
        ? html`<button class="link" type="button" tabindex="-1" @click=${note.onMore}>
            ${words.t('table.moreAnalogues', { n: analogues.length - 1 })}
          </button>`
        : nothing
    }`;
}

function stockText(words: Words, availability: Availability | undefined): TemplateResult | typeof nothing {
  const nearest = availability?.byWarehouse?.find(hasStock);
  if (!nearest) return nothing;
  const when = leadTimeText(words, nearest.leadTime);
  return html`<span class="has"
    ><i></i>${quantityText(words, nearest.quantity)}${when ? ` · ${when}` : ''}</span
  >`;
}

/** All analogues of a SKU side by side. The host opens it as a modal dialog. */
export function renderAnalogueDialog(
  words: Words,
  shop: ShopCore,
  sku: string,
  onClose: () => void,
): TemplateResult {
  return html`<dialog aria-label=${words.t('analogues.title')} @close=${onClose}>
    <kontor-analogues .shop=${shop} .sku=${sku}></kontor-analogues>
    <form method="dialog">
      <button>${words.t('common.close')}</button>
    </form>
  </dialog>`;
}
