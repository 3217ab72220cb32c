import type { AgreementSwitch } from '@kontor/sdk';

import { KontorEvent } from '../../base/kontor-event.js';

/** Before the agreement is switched; canceling it stays with the present one. */
export class AgreementSwitchEvent extends KontorEvent<{ readonly to: string }> {
  constructor(to: string) {
    super('kontor-agreement-switch', { to }, { cancelable: true });
  }
}

/** Another agreement counts: everything was re-priced. */
export class AgreementSwitchedEvent extends KontorEvent<{
  readonly from: string | null;
  readonly to: string;
  readonly result: AgreementSwitch;
}> {
  constructor(detail: { from: string | null; to: string; result: AgreementSwitch }) {
    super('kontor-agreement-switched', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-agreement-switch': AgreementSwitchEvent;
    'kontor-agreement-switched': AgreementSwitchedEvent;
  }
}
