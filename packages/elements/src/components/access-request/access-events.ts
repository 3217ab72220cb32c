import type { AccessRequestInput } from '@kontor/sdk';

import { KontorEvent } from '../../base/kontor-event.js';

/** Before a request for access is sent; canceling it sends nothing. */
export class AccessRequestEvent extends KontorEvent<AccessRequestInput> {
  constructor(request: AccessRequestInput) {
    super('kontor-access-request', request, { cancelable: true });
  }
}

/** The supplier has the request. */
export class AccessRequestedEvent extends KontorEvent<AccessRequestInput> {
  constructor(request: AccessRequestInput) {
    super('kontor-access-requested', request);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-access-request': AccessRequestEvent;
    'kontor-access-requested': AccessRequestedEvent;
  }
}
