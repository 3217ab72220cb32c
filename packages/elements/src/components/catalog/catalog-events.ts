import type { CatalogueQuery } from '@kontor/state';

import { KontorEvent } from '../../base/kontor-event.js';

/** The catalogue shows what a query found. */
export class CatalogShownEvent extends KontorEvent<{
  readonly query: CatalogueQuery;
  readonly total: number | null;
}> {
  constructor(detail: { query: CatalogueQuery; total: number | null }) {
    super('kontor-catalog-shown', detail);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-catalog-shown': CatalogShownEvent;
  }
}
