import type { SessionPart } from '@kontor/state';
import type { TemplateResult } from 'lit';

import { renderClosed } from '../../base/render-closed.js';
import type { Words } from '../../locale/words.js';

type Session = NonNullable<ReturnType<SessionPart['$session']['get']>['value']>;

/** Whether somebody sees any orders at all; undefined while nobody knows who it is. */
export const maySeeOrders = (session: Session | undefined): boolean | undefined =>
  session && session.can.seeOrders !== 'none';

/** For those who see no orders: a visitor can sign in. */
export const renderClosedOrders = (words: Words, { person }: Session, onSignIn: () => void): TemplateResult =>
  renderClosed(words, person === null, { visitor: 'orders.visitor', mayNot: 'orders.mayNot' }, onSignIn);
