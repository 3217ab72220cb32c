import { isView, type CatalogView } from './toolbar.js';

const key = 'kontor:catalog-view';

/** The arrangement that the reader chose before, on any page of this site. */
export function keptView(): CatalogView | undefined {
  try {
    const kept = localStorage.getItem(key);
    return isView(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepView(view: CatalogView): void {
  try {
    localStorage.setItem(key, view);
  } catch {
    // Where storage is forbidden the choice lasts as long as the page.
  }
}
