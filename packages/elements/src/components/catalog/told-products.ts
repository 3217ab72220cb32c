import type { CatalogueQuery, ProductPages } from '@kontor/state';

/** What of a list is news: pages that it grew by are not. */
export interface ProductNews {
  /** Whether it is another list than the one before. */
  readonly isAnother: boolean;
  /** Whether it was narrowed or widened. */
  readonly isAnotherQuery: boolean;
}

/** Remembers which products the page was told of. */
export class ToldProducts {
  #pages: ProductPages | undefined;
  #query: CatalogueQuery | undefined;

  /** @returns undefined for what was told already */
  take(pages: ProductPages, query: CatalogueQuery): ProductNews | undefined {
    const former = this.#pages;
    if (pages === former) return undefined;
    this.#pages = pages;
    const isAnother =
      former?.items[0] !== pages.items[0] || pages.items.length <= (former?.items.length ?? 0);
    const isAnotherQuery = isAnother && this.#query !== undefined && query !== this.#query;
    if (isAnother) this.#query = query;
    return { isAnother, isAnotherQuery };
  }
}
