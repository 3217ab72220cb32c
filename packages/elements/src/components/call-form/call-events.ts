import type { CallRequest } from '@kontor/sdk';

import { KontorEvent } from '../../base/kontor-event.js';

/** Before a wish for a call is sent; canceling it sends nothing. */
export class CallRequestEvent extends KontorEvent<CallRequest> {
  constructor(request: CallRequest) {
    super('kontor-call-request', request, { cancelable: true });
  }
}

/** Whoever is to call was told. */
export class CallRequestedEvent extends KontorEvent<
  CallRequest & {
    /** The company's manager; null: the supplier was told. */
    readonly managerName: string | null;
  }
> {
  constructor(request: CallRequest, managerName: string | null) {
    super('kontor-call-requested', { ...request, managerName });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-call-request': CallRequestEvent;
    'kontor-call-requested': CallRequestedEvent;
  }
}
