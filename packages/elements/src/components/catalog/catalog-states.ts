import type { CatalogueQuery, ShopCore } from '@kontor/state';
import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';
import '../call-me/call-me.js';
import { filterCount } from './chosen.js';

/** A failure beside what is there still. */
export function problemNote(words: Words, error: unknown, onRetry: () => void): TemplateResult {
  return html`<p class="note bad" role="alert">
    <span class="grow">${words.problem(error)}</span>
    <button @click=${onRetry}>${words.t('common.retry')}</button>
  </p>`;
}

/** A failure with nothing to show. */
export function failedState(words: Words, error: unknown, onRetry: () => void): TemplateResult {
  return html`<div class="state" role="alert">
    <p class="title">${words.problem(error)}</p>
    <button @click=${onRetry}>${words.t('common.retry')}</button>
  </div>`;
}

/** Nothing found: what was looked for, the one way on, and the manager who may have it. */
export function emptyState(
  words: Words,
  shop: ShopCore,
  { query, category, ...rest }: CatalogueQuery,
  corrected: string | null | undefined,
  onShow: (query: CatalogueQuery) => void,
): TemplateResult {
  const isNarrowed = category !== undefined || filterCount(rest) > 0;
  return html`<slot name="empty"
    ><div class="state">
      <p class="title">
        ${query === undefined ? words.t('catalog.empty') : words.t('catalog.notFound', { text: corrected ?? query })}
      </p>
      ${
        isNarrowed || query !== undefined
          ? html`<button
              class="primary"
              @click=${() => onShow(isNarrowed && query !== undefined ? { query } : {})}
            >
              ${words.t(isNarrowed ? 'catalog.reset' : 'categories.all')}
            </button>`
          : nothing
      }
      <kontor-call-me
        .shop=${shop}
        .about=${query === undefined ? undefined : { query }}
      ></kontor-call-me></div
  ></slot>`;
}

/** What was searched instead of a typo. */
export const correctedNote = (words: Words, corrected: string): TemplateResult =>
  html`<p class="corrected">${words.t('search.corrected', { corrected })}</p>`;

/** A visitor is told where prices are. */
export const visitorNote = (words: Words, onSignIn: () => void): TemplateResult =>
  html`<p class="note visitor">
    <span class="grow">${words.t('catalog.visitor')}</span>
    <button @click=${onSignIn}>${words.t('common.signIn')}</button>
  </p>`;
