import { KontorEvent } from '../../base/kontor-event.js';

/** A person has a new password; all sessions of the person have ended. */
export class PasswordChangedEvent extends KontorEvent<Record<string, never>> {
  constructor() {
    super('kontor-password-changed', {});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-password-changed': PasswordChangedEvent;
  }
}
