import type { Category } from '@kontor/sdk';

import { KontorEvent } from '../../base/kontor-event.js';

/** What names a category. */
export type CategoryName = Pick<Category, 'id' | 'name' | 'slug'>;

/** Somebody chose a category, or everything: null. Cancel it to stay where one is. */
export class CategorySelectedEvent extends KontorEvent<{ readonly category: CategoryName | null }> {
  constructor(category: CategoryName | null) {
    super('kontor-category-selected', { category }, { cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kontor-category-selected': CategorySelectedEvent;
  }
}
