import type { SessionPart } from '@kontor/state';
import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';

type Session = NonNullable<ReturnType<SessionPart['$session']['get']>['value']>;

/** Whether somebody sees any orders at all; undefined while nobody knows who it is. */
export const maySeeOrders = (session: Session | undefined): boolean | undefined =>
  session && session.can.seeOrders !== 'none';

/** For those who see no orders: a visitor can sign in. */
export function renderClosedOrders(words: Words, { person }: Session, onSignIn: () => void): TemplateResult {
  return html`<div class="state">
    <p class="title">${words.t(person === null ? 'orders.visitor' : 'orders.mayNot')}</p>
    ${
      person === null
        ? html`<button class="primary" @click=${onSignIn}>${words.t('common.signIn')}</button>`
        : nothing
    }
  </div>`;
}
