import { catalogueOf, type ShopCore } from '@kontor/state';
import { toggleFilter } from '@kontor/state';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import '../../locale/en/catalogue.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { facetGroup, type GroupState } from './facet-group.js';
import { facetsStyles } from './facets.styles.js';

/** Groups in view before somebody wants them all. */
const firstGroups = 8;
/** Groups that are open at first. */
const openGroups = 3;

/**
 * What the list of products can be narrowed by, with the number of products behind every value. Part of `<kontor-catalog>`; alone
 * it narrows the catalogue of its shop, for a page with a layout of its own.
 *
 * @summary Narrows the catalogue by the values of its products.
 * @status stable
 * @csspart more - The button that shows all filters.
 */
export class KontorFacets extends KontorElement {
  static override styles: CSSResultGroup = [KontorElement.styles, controlStyles, messageStyles, facetsStyles];

  @state() private groups: ReadonlyMap<string, Partial<GroupState>> = new Map();
  @state() private isWhole = false;

  readonly #facets = new StoreController(this, () => catalogueOf(this.currentShop)?.facets.$state);
  readonly #query = new StoreController(this, () => catalogueOf(this.currentShop)?.$query);

  protected override renderShop(shop: ShopCore): TemplateResult {
    const { words } = this;
    const { value, status, error } = this.#facets.value ?? {};
    if (!value)
      return status === 'failed'
        ? html`<div class="state" role="alert">
            <p>${words.problem(error)}</p>
            <button @click=${() => void catalogueOf(shop).facets.reload()}>${words.t('common.retry')}</button>
          </div>`
        : this.#renderBones();
    const { filters = {} } = this.#query.value ?? {};
    const chosenOf = (code: string): readonly string[] =>
      Object.hasOwn(filters, code) ? (filters[code] ?? []) : [];
    const shown = value.items.filter(
      ({ code }, index) => this.isWhole || index < firstGroups || chosenOf(code).length > 0,
    );
    return html`<div role="group" aria-label=${words.t('facets.title')} aria-busy=${status === 'loading'}>
      ${repeat(
        shown,
        ({ code }) => code,
        (facet) => {
          const { code } = facet;
          const chosen = chosenOf(code);
          const isOpen = value.items.indexOf(facet) < openGroups || chosen.length > 0;
          return facetGroup(facet, {
            isOpen,
            isWhole: false,
            find: '',
            ...this.groups.get(code),
            words,
            chosen,
            onTurn: (change) =>
              (this.groups = new Map(this.groups).set(code, { ...this.groups.get(code), ...change })),
            onToggle: (picked) =>
              catalogueOf(shop).show(toggleFilter(catalogueOf(shop).$query.get(), code, picked)),
          });
        },
      )}
      ${
        value.items.length > firstGroups && !this.isWhole
          ? html`<button class="link more" part="more" @click=${() => (this.isWhole = true)}>
              ${words.t('facets.more', { n: value.items.length - shown.length })}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderBones(): TemplateResult {
    return html`<div aria-busy="true" aria-label=${this.words.t('common.loading')} role="group">
      ${[9, 7, 11].map(
        (length) =>
          html`<section>
            <div class="bones heading"><span class="bone">${'\u2007'.repeat(length)}</span></div>
            <ul>
              ${[6, 9, 5, 8, 7, 10, 6, 8].map(
                (each) => html`<li class="bones"><span class="bone">${'\u2007'.repeat(each)}</span></li>`,
              )}
            </ul>
          </section>`,
      )}
    </div>`;
  }
}

define('kontor-facets', KontorFacets);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-facets': KontorFacets;
  }
}
