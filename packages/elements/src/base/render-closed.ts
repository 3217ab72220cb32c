import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../locale/words.js';

/** Instead of what somebody may not see: why, and for a visitor a way in. */
export function renderClosed<Key extends string>(
  words: Words<Key | 'common.signIn'>,
  isVisitor: boolean,
  texts: { readonly visitor: Key; readonly mayNot: Key },
  onSignIn: () => void,
): TemplateResult {
  return html`<div class="state">
    <p class="title">${words.t(isVisitor ? texts.visitor : texts.mayNot)}</p>
    ${isVisitor ? html`<button class="primary" @click=${onSignIn}>${words.t('common.signIn')}</button>` : nothing}
  </div>`;
}
