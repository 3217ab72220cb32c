import type { Facet } from '@kontor/sdk';
import chevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import { html, nothing, type TemplateResult } from 'lit';

import { icon } from '../../icons/icon.js';
import type { Words } from '../../locale/words.js';
import { facetValue } from './facet-words.js';

type FacetValue = Facet['values'][number];

/** Values in view before somebody wants them all. */
const first = 8;
/** From here on one looks for a value by typing. */
const many = 20;

/** How one group stands. */
export interface GroupState {
  readonly isOpen: boolean;
  readonly isWhole: boolean;
  readonly find: string;
}

/** What a group needs of its element. */
export interface GroupOptions extends GroupState {
  readonly words: Words;
  readonly chosen: readonly string[];
  readonly onTurn: (change: Partial<GroupState>) => void;
  readonly onToggle: (value: string) => void;
}

/** One facet: its values with counts, to be chosen from. */
export function facetGroup(facet: Facet, options: GroupOptions): TemplateResult {
  const { words, isOpen, isWhole, chosen, onTurn } = options;
  const { code, name, unit } = facet;
  const values = valuesOf(facet, chosen);
  const shown = shownValues(values, options);
  return html`<section>
    <h3>
      <button class="quiet" aria-expanded=${isOpen} @click=${() => onTurn({ isOpen: !isOpen })}>
        <span>${name}${unit === null ? nothing : html`<small>, ${unit}</small>`}</span>
        ${chosen.length > 0 ? html`<b>${chosen.length}</b>` : nothing}${icon(chevronRight)}
      </button>
    </h3>
    ${
      isOpen
        ? html`<div class="values" role="group" aria-label=${name}>
            ${isWhole && values.length > many ? findField(name, options) : nothing}
            <ul class=${isWhole ? 'whole' : nothing}>
              ${shown.map((value) => checkbox(code, value, facetValue(words, facet, value.value), options))}
            </ul>
            ${shown.length === 0 ? html`<p>${words.t('facets.none')}</p>` : nothing}
            ${
              values.length > first
                ? html`<button
                    class="link"
                    aria-expanded=${isWhole}
                    @click=${() => onTurn({ isWhole: !isWhole, find: '' })}
                  >
                    ${isWhole ? words.t('facets.fewer') : words.t('facets.all', { n: values.length })}
                  </button>`
                : nothing
            }
          </div>`
        : nothing
    }
  </section>`;
}

/** Chosen values stay, also where other filters leave nothing of them. */
function valuesOf({ values }: Facet, chosen: readonly string[]): readonly FacetValue[] {
  const gone = chosen.filter((value) => values.every((other) => other.value !== value));
  return [...gone.map((value) => ({ value, count: 0, isSelected: true })), ...values];
}

function shownValues(
  values: readonly FacetValue[],
  { isWhole, find, chosen }: GroupOptions,
): readonly FacetValue[] {
  const wanted = find.trim().toLowerCase().replace(',', '.');
  if (isWhole) return values.filter(({ value }) => value.toLowerCase().includes(wanted));
  // What most products have, in the order of the values: the smallest of a hundred diameters help nobody.
  const usual = new Set([...values].sort((left, right) => right.count - left.count).slice(0, first));
  return values.filter((each) => usual.has(each) || chosen.includes(each.value));
}

function findField(name: string, { words, find, onTurn }: GroupOptions): TemplateResult {
  return html`<input
    type="search"
    autocomplete="off"
    aria-label=${words.t('facets.findIn', { name })}
    placeholder=${words.t('facets.find')}
    .value=${find}
    @input=${(event: Event) => onTurn({ find: (event.target as HTMLInputElement).value })}
  />`;
}

function checkbox(
  code: string,
  { value, count }: FacetValue,
  text: string,
  { words, chosen, onToggle }: GroupOptions,
): TemplateResult {
  return html`<li>
    <label>
      <input
        type="checkbox"
        name=${code}
        .value=${value}
        .checked=${chosen.includes(value)}
        @change=${() => onToggle(value)}
      />
      <span>${text}</span>
      <small aria-label=${words.t('categories.products', { n: count })}>${words.number(String(count))}</small>
    </label>
  </li>`;
}
