import type { ShopCore } from '@kontor/state';
import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';

/** The cart in its size while it is loaded. */
export const renderBones = (words: Words): TemplateResult =>
  html`<div class="layout" role="status" aria-label=${words.t('common.loading')}>
    <ol class="lines">
      ${[22, 16, 19].map(
        (length) =>
          html`<li class="line">
            <div class="name"><span class="bone">${'\u2007'.repeat(length)}</span></div>
          </li>`,
      )}
    </ol>
  </div>`;

/** Who has no cart is told why, and a visitor the way in. */
export function renderClosed(words: Words, shop: ShopCore, onSignIn: () => void): TemplateResult {
  const isVisitor = shop.session.$session.get().value?.person === null;
  return html`<div class="state">
    <p class="title">${words.t(isVisitor ? 'cart.visitor' : 'cart.mayNotFill')}</p>
    ${isVisitor ? html`<button class="primary" @click=${onSignIn}>${words.t('common.signIn')}</button>` : nothing}
  </div>`;
}

export const renderFailed = (words: Words, error: unknown, onRetry: () => void): TemplateResult =>
  html`<div class="state" role="alert">
    <p class="title">${words.problem(error)}</p>
    <button @click=${onRetry}>${words.t('common.retry')}</button>
  </div>`;

export const renderEmpty = (words: Words): TemplateResult =>
  html`<div class="state">
    <slot name="empty"
      ><p class="title">${words.t('cart.empty')}</p>
      <p>${words.t('cart.emptyHint')}</p></slot
    >
  </div>`;
