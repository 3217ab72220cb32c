import type { CartPart } from '@kontor/state';
import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';
import { outcomeText } from '../add-to-cart/outcome-words.js';
import type { Paste, PastedRow } from './pasted-block.js';

/** Rows that are told one by one; more would bury the table. */
const mostRows = 6;

/** Each pasted row with what became of it, in words. */
export function pasteOutcomes(
  words: Words,
  { rows }: Paste,
  cart: CartPart,
): { text: string; isFine: boolean }[] {
  return rows.map((row) => {
    const text = outcomeOf(words, row, cart);
    return { text: text ?? '', isFine: text === undefined };
  });
}

function outcomeOf(words: Words, row: PastedRow, cart: CartPart): string | undefined {
  if (row.status === 'notFound') return words.t('table.pasteNotFound', { text: row.text });
  if (row.status !== 'set') return words.t('table.pasteNotANumber', { text: row.text });
  const outcome = cart.line(row.sku)?.outcome;
  return outcome ? `${row.sku}: ${outcomeText(words, outcome)}` : undefined;
}

/** What a paste did, with the way back. */
export function renderPasteReport(
  words: Words,
  paste: Paste,
  cart: CartPart,
  input: { undo: () => unknown; forget: () => void },
): TemplateResult {
  const others = pasteOutcomes(words, paste, cart).filter(({ isFine }) => !isFine);
  const fine = paste.rows.length - others.length;
  return html`<div class="note ${others.length > 0 ? 'warn' : ''}" part="paste">
    <div class="grow">
      ${words.t('table.pasted', { n: fine })}${
        others.length > 0
          ? html`<ul>
              ${others.slice(0, mostRows).map(({ text }) => html`<li>${text}</li>`)}${
                others.length > mostRows
                  ? html`<li>${words.t('table.moreRows', { n: others.length - mostRows })}</li>`
                  : nothing
              }
            </ul>`
          : nothing
      }
    </div>
    <button type="button" @click=${() => input.undo()}>${words.t('table.undo')}</button>
    <button class="quiet" type="button" @click=${() => input.forget()}>${words.t('common.close')}</button>
  </div>`;
}
