import type { Session } from '@kontor/sdk';

import { KontorEvent } from '../../base/kontor-event.js';

/** Somebody is signed in. */
export class SignedInEvent extends KontorEvent<{ readonly session: Session | undefined }> {
  constructor(session: Session | undefined) {
    super('kontor-signed-in', { session });
  }
}

/** Nobody is signed in any more. */
export class SignedOutEvent extends KontorEvent<Record<string, never>> {
  constructor() {
    super('kontor-signed-out', {});
  }
}

/** A visitor wants in. Cancel it to show a way of your own; else the account menu of the shop shows its form. */
export class SignInRequestedEvent extends KontorEvent<Record<string, never>> {
  constructor() {
    super('kontor-sign-in-requested', {}, { cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-signed-in': SignedInEvent;
    'kontor-signed-out': SignedOutEvent;
    'kontor-sign-in-requested': SignInRequestedEvent;
  }
}
