import type { ProductSort } from '@kontor/sdk';
import type { CatalogueQuery } from '@kontor/state';
import layoutGrid from 'lucide/dist/esm/icons/layout-grid.mjs';
import list from 'lucide/dist/esm/icons/list.mjs';
import slidersHorizontal from 'lucide/dist/esm/icons/sliders-horizontal.mjs';
import table from 'lucide/dist/esm/icons/table.mjs';
import { html, nothing, type TemplateResult } from 'lit';

import { icon } from '../../icons/icon.js';
import type { Words } from '../../locale/words.js';
import { filterCount } from './chosen.js';

/** How products are arranged. */
export type CatalogView = 'list' | 'table' | 'tiles';

const views = [
  ['list', list],
  ['table', table],
  ['tiles', layoutGrid],
] as const;

/** Whether a text names a view: attributes and storages may hold anything. */
export const isView = (text: unknown): text is CatalogView => views.some(([view]) => view === text);

/** What the toolbar needs of its element. */
export interface ToolbarOptions {
  readonly words: Words;
  readonly query: CatalogueQuery;
  readonly total: number | null | undefined;
  readonly view: CatalogView;
  /** A table needs room; without it there is none to choose. */
  readonly isNarrow: boolean;
  readonly onSort: (sort: ProductSort | undefined) => void;
  readonly onView: (view: CatalogView) => void;
  /** Opens the filters, where they are not beside the list. */
  readonly onFilters: (() => void) | undefined;
}

/** How many there are, their order and arrangement. */
export function toolbar(options: ToolbarOptions): TemplateResult {
  const { words, query, total, onFilters } = options;
  const filters = filterCount(query);
  return html`<div class="toolbar">
    ${
      onFilters
        ? html`<button part="filters" aria-haspopup="dialog" @click=${onFilters}>
            ${icon(slidersHorizontal)}${words.t('facets.title')}${filters > 0 ? html`<b>${filters}</b>` : nothing}
          </button>`
        : nothing
    }
    <p class="count" role="status">
      ${typeof total === 'number' ? words.t('categories.products', { n: total }) : nothing}
    </p>
    ${sortField(options)}${viewButtons(options)}
  </div>`;
}

function sortField({ words, query, onSort }: ToolbarOptions): TemplateResult {
  const usual: ProductSort = query.query === undefined ? 'name' : 'relevance';
  const sorts: readonly ProductSort[] = [
    ...(usual === 'relevance' ? [usual] : []),
    'name',
    '-name',
    'newest',
  ];
  const present = query.sort ?? usual;
  return html`<label class="sort">
    <span>${words.t('catalog.sort')}</span>
    <select
      part="sort"
      aria-label=${words.t('catalog.sort')}
      .value=${present}
      @change=${(event: Event) => {
        const sort = (event.target as HTMLSelectElement).value as ProductSort;
        onSort(sort === usual ? undefined : sort);
      }}
    >
      ${sorts.map(
        (sort) =>
          html`<option value=${sort} ?selected=${sort === present}>
            ${words.t(`catalog.sort.${sort}`)}
          </option>`,
      )}
    </select>
  </label>`;
}

function viewButtons({ words, view: present, isNarrow, onView }: ToolbarOptions): TemplateResult {
  return html`<div class="views" role="group" aria-label=${words.t('catalog.view')}>
    ${views
      .filter(([view]) => !isNarrow || view !== 'table')
      .map(
        ([view, sign]) =>
          html`<button
            class="icon"
            aria-pressed=${view === present}
            aria-label=${words.t(`catalog.view.${view}`)}
            title=${words.t(`catalog.view.${view}`)}
            @click=${() => onView(view)}
          >
            ${icon(sign)}
          </button>`,
      )}
  </div>`;
}
