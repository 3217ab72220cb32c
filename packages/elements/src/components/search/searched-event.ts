import { KontorEvent } from '../../base/kontor-event.js';

/** Somebody searches; an empty query ends the search. Cancel it to show the results your way. */
export class SearchedEvent extends KontorEvent<{ readonly query: string }> {
  constructor(query: string) {
    super('kontor-searched', { query }, { cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-searched': SearchedEvent;
  }
}
