import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';
import type { SuggestController } from './suggest-controller.js';

/** What is not a suggestion: a typo, nothing found, a failure, bones. */
export function searchNews(
  words: Words,
  { suggestions, status, error }: Pick<SuggestController, 'suggestions' | 'status' | 'error'>,
  hasLines: boolean,
): TemplateResult | typeof nothing {
  if (status === 'failed') return html`<p class="news">${words.problem(error)}</p>`;
  if (suggestions?.corrected)
    return html`<p class="news">${words.t('search.corrected', { corrected: suggestions.corrected })}</p>`;
  if (hasLines) return nothing;
  return suggestions
    ? html`<p class="news">${words.t('search.none')}</p>`
    : html`<p class="news"><span class="bone">${'\u2007'.repeat(18)}</span></p>`;
}
