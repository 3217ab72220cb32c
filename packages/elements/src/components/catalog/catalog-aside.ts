import type { Category } from '@kontor/sdk';
import type { ShopCore } from '@kontor/state';
import { html, nothing, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';

/** What stands beside the list. */
export interface AsideParts {
  readonly words: Words;
  readonly isNarrow: boolean;
  readonly withoutCategories: boolean;
  readonly categoryHref: ((category: Category | null) => string) | undefined;
}

/** Categories and filters; where it is narrow, a row of categories alone. */
export function catalogAside(
  shop: ShopCore,
  { words, isNarrow, withoutCategories, categoryHref }: AsideParts,
): TemplateResult {
  return html`<aside>
    ${
      withoutCategories
        ? nothing
        : html`<kontor-category-tree
            .shop=${shop}
            .compact=${isNarrow}
            .categoryHref=${categoryHref}
          ></kontor-category-tree>`
    }${
      isNarrow
        ? nothing
        : html`<h2>${words.t('facets.title')}</h2>
            <kontor-facets .shop=${shop}></kontor-facets>`
    }
  </aside>`;
}
