import type { Loaded, ProductPages } from '@kontor/state';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

import type { Words } from '../../locale/words.js';
import { problemNote } from './catalog-states.js';

/** What the end of a list that goes on is drawn with. */
export interface MoreParts {
  readonly words: Words;
  readonly status: Loaded<ProductPages>['status'] | undefined;
  readonly error: unknown;
  readonly onMore: () => void;
  readonly onRetry: () => void;
  /** Is told the end. */
  readonly watch: (end: Element | undefined) => void;
}

/** The end of a list that goes on: a button for the next page, and how far one is. */
export function moreProducts(
  { items, total, isGrowing }: ProductPages,
  { words, status, error, onMore, onRetry, watch }: MoreParts,
): TemplateResult {
  if (status === 'failed') return problemNote(words, error, onRetry);
  return html`<div class="more" ${ref(watch)}>
    <button aria-busy=${isGrowing} aria-disabled=${isGrowing} @click=${onMore}>
      ${words.t(isGrowing ? 'common.loading' : 'common.more')}
    </button>
    ${total === null ? nothing : html`<small>${words.t('catalog.shown', { shown: items.length, total })}</small>`}
  </div>`;
}
