import type { Category, Facets } from '@kontor/sdk';
import { toggleFilter, type CatalogueQuery } from '@kontor/state';
import x from 'lucide/dist/esm/icons/x.mjs';
import { html, nothing, type TemplateResult } from 'lit';

import { icon } from '../../icons/icon.js';
import type { Words } from '../../locale/words.js';
import { pathTo } from '../category-tree/category-path.js';
import { facetValueWithUnit } from '../facets/facet-words.js';

/** A part of the query in words, and the query without it. */
interface Chosen {
  readonly text: string;
  readonly without: CatalogueQuery;
}

/** How many filters count: what a button that hides them has to say. */
export const filterCount = ({ filters = {} }: CatalogueQuery): number =>
  Object.values(filters).reduce((sum, values) => sum + values.length, 0);

/** What the list is narrowed by, each to be taken away. */
export function chosenChips(
  words: Words,
  query: CatalogueQuery,
  { facets, categories }: { facets: Facets | undefined; categories: readonly Category[] | undefined },
  onShow: (query: CatalogueQuery) => void,
): TemplateResult | typeof nothing {
  const chosen = chosenOf(words, query, facets, categories);
  if (chosen.length === 0) return nothing;
  return html`<ul class="chosen" aria-label=${words.t('catalog.chosen')}>
    ${chosen.map(
      ({ text, without }) =>
        html`<li>
          <button
            class="chip"
            aria-label=${words.t('catalog.without', { name: text })}
            @click=${() => onShow(without)}
          >
            ${text}${icon(x)}
          </button>
        </li>`,
    )}
    ${
      chosen.length > 1
        ? html`<li>
            <button class="link" @click=${() => onShow(query.sort === undefined ? {} : { sort: query.sort })}>
              ${words.t('catalog.resetAll')}
            </button>
          </li>`
        : nothing
    }
  </ul>`;
}

function chosenOf(
  words: Words,
  query: CatalogueQuery,
  facets: Facets | undefined,
  categories: readonly Category[] | undefined,
): readonly Chosen[] {
  const { category, query: text, filters = {} } = query;
  const { category: _category, ...anywhere } = query;
  const { query: _text, sort, ...anything } = query;
  return [
    ...(text === undefined
      ? []
      : [
          {
            text: words.t('catalog.quoted', { text }),
            // Without words there is nothing to be relevant to.
            without: sort === undefined || sort === 'relevance' ? anything : { ...anything, sort },
          },
        ]),
    ...(category === undefined
      ? []
      : [{ text: pathTo(categories ?? [], category).at(-1)?.name ?? category, without: anywhere }]),
    ...Object.entries(filters).flatMap(([code, values]) => {
      const facet = facets?.items.find((each) => each.code === code);
      return values.map((value) => {
        const said = facet ? facetValueWithUnit(words, facet, value) : value;
        return {
          text: facet ? `${facet.name}: ${said}` : said,
          without: toggleFilter(query, code, value),
        };
      });
    }),
  ];
}
