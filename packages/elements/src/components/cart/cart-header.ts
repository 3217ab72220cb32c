import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';

/** From so many lines on there is a field to find one: the browser finds only what is drawn. */
const findFrom = 12;

/** What stands above the lines. */
export interface CartHeader {
  readonly agreement: string;
  readonly lineCount: number;
  readonly query: string;
  readonly onFind: (query: string) => void;
  readonly onClear: () => void;
}

/** The heading, a field to find a line in a long cart, and the way to empty it. */
export function renderCartHeader(
  words: Words,
  { agreement, lineCount, query, onFind, onClear }: CartHeader,
): TemplateResult {
  return html`<header>
    <slot name="heading"
      ><h1>${words.t('cart.title')} <small>${agreement}</small></h1></slot
    >
    <div class="tools">
      ${
        lineCount >= findFrom
          ? html`<input
              type="search"
              aria-label=${words.t('cart.find')}
              placeholder=${words.t('cart.find')}
              .value=${query}
              @input=${(event: Event) => onFind((event.target as HTMLInputElement).value)}
            />`
          : nothing
      }
      <button class="link" @click=${onClear}>${words.t('cart.clear')}</button>
    </div>
  </header>`;
}
