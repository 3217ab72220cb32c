import type { Session } from '@kontor/sdk';

import { KontorEvent } from '../../base/kontor-event.js';

/** Somebody accepted an invitation, is a member of a company, and signed in. */
export class InvitationAcceptedEvent extends KontorEvent<{ readonly session: Session | undefined }> {
  constructor(session: Session | undefined) {
    super('kontor-invitation-accepted', { session });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-invitation-accepted': InvitationAcceptedEvent;
  }
}
