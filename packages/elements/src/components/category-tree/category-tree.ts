import type { Category } from '@kontor/sdk';
import { catalogueOf, type ShopCore } from '@kontor/state';
import chevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs';
import chevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import '../../locale/en/catalogue.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { pathTo } from './category-path.js';
import { CategorySelectedEvent, type CategoryName } from './category-selected-event.js';
import { categoryTreeStyles } from './category-tree.styles.js';
import { moveByKey } from './tree-keys.js';

export { CategorySelectedEvent, type CategoryName };

/**
 * The categories of what this buyer may see, with the number of products in each. Shows the way to the present one and what is
 * under it; the rest opens on demand. Arrow keys walk through it.
 *
 * @summary Leads through the assortment by category.
 * @status stable
 * @slot empty - Instead of the sentence that there are no categories.
 * @event {CategorySelectedEvent} kontor-category-selected - A category was chosen; cancelable.
 * @csspart category - A category, as a link or a button.
 * @csspart count - How many products it has.
 */
export class KontorCategoryTree extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    messageStyles,
    categoryTreeStyles,
  ];

  /** Shows one row of chips instead of a tree: the present level, the way up, what is below. */
  @property({ type: Boolean, reflect: true }) compact = false;

  /** Where a category is, or everything (null). Without it the catalogue on this page shows what is chosen. */
  @property({ attribute: false }) categoryHref: ((category: Category | null) => string) | undefined;

  /** Opened or closed by hand, by id; else the way to the present category is open. */
  @state() private toggled: ReadonlyMap<string, boolean> = new Map();

  readonly #categories = new StoreController(this, () => catalogueOf(this.currentShop)?.categories.$state);
  readonly #query = new StoreController(this, () => catalogueOf(this.currentShop)?.$query);

  protected override renderShop(shop: ShopCore): TemplateResult {
    const { words } = this;
    const { value, status, error } = this.#categories.value ?? {};
    if (!value)
      return status === 'failed'
        ? html`<div class="state" role="alert">
            <p>${words.problem(error)}</p>
            <button @click=${() => void catalogueOf(shop).categories.reload()}>
              ${words.t('common.retry')}
            </button>
          </div>`
        : this.#renderBones();
    if (value.length === 0)
      return html`<slot name="empty"><p class="none">${words.t('categories.none')}</p></slot>`;
    const path = pathTo(value, this.#query.value?.category);
    return html`<nav aria-label=${words.t('categories.title')} @keydown=${this.#handleKey}>
      ${this.compact ? this.#renderChips(value, path) : this.#renderTree(value, path)}
    </nav>`;
  }

  #renderTree(categories: readonly Category[], path: readonly Category[]): TemplateResult {
    return html`<ul class="tree">
      <li>
        <div class="row">${this.#renderEntry(null, path.length === 0)}</div>
      </li>
      ${categories.map((category) => this.#renderNode(category, path))}
    </ul>`;
  }

  #renderNode(category: Category, path: readonly Category[]): TemplateResult {
    const { id, name, children } = category;
    const isOpen = this.toggled.get(id) ?? path.some((step) => step.id === id);
    return html`<li>
      <div class="row">
        ${
          children.length > 0
            ? html`<button
                class="icon toggle"
                aria-expanded=${isOpen}
                aria-label=${this.words.t('categories.toggle', { name })}
                @click=${() => this.#toggle(id, !isOpen)}
              >
                ${icon(chevronRight)}
              </button>`
            : nothing
        }
        ${this.#renderEntry(category, path.at(-1)?.id === id)}
      </div>
      ${
        isOpen && children.length > 0
          ? html`<ul>
              ${children.map((child) => this.#renderNode(child, path))}
            </ul>`
          : nothing
      }
    </li>`;
  }

  #renderChips(categories: readonly Category[], path: readonly Category[]): TemplateResult {
    const current = path.at(-1);
    // A category without any below shows its neighbours, itself among them.
    const parent = current && current.children.length > 0 ? current : path.at(-2);
    const shown = parent?.children ?? categories;
    const up = parent ? (path[path.indexOf(parent) - 1] ?? null) : undefined;
    return html`<ul class="chips">
      ${
        up === undefined
          ? html`<li>${this.#renderEntry(null, !current, 'chip')}</li>`
          : html`<li>${this.#renderEntry(up, false, 'chip', icon(chevronLeft))}</li>
              ${parent ? html`<li>${this.#renderEntry(parent, parent === current, 'chip')}</li>` : nothing}`
      }
      ${shown.map((category) => html`<li>${this.#renderEntry(category, category === current, 'chip')}</li>`)}
    </ul>`;
  }

  #renderEntry(
    category: Category | null,
    isCurrent: boolean,
    shape: 'chip' | 'entry' = 'entry',
    sign: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    const { words } = this;
    const name = category?.name ?? words.t('categories.all');
    const content = html`${sign}<span>${name}</span>${
      category && sign === nothing
        ? html` <small part="count" aria-label=${words.t('categories.products', { n: category.productCount })}
            >${words.number(String(category.productCount))}</small
          >`
        : nothing
    }`;
    const current = isCurrent ? ref(shape === 'chip' ? scrollIntoRow : undefined) : nothing;
    return this.categoryHref
      ? html`<a
          class=${shape}
          part="category"
          href=${this.categoryHref(category)}
          aria-current=${isCurrent ? 'page' : nothing}
          @click=${(event: Event) => this.#handleLink(event, category)}
          ${current}
          >${content}</a
        >`
      : html`<button
          class=${shape}
          part="category"
          aria-current=${isCurrent ? 'true' : nothing}
          @click=${() => this.#choose(category)}
          ${current}
        >
          ${content}
        </button>`;
  }

  #renderBones(): TemplateResult {
    return html`<ul
      class=${this.compact ? 'chips' : 'tree'}
      aria-busy="true"
      aria-label=${this.words.t('common.loading')}
    >
      ${[9, 14, 11, 7, 12, 16, 9].map(
        (length) =>
          html`<li>
            <div class="row">
              <span class="entry"><span class="bone">${'\u2007'.repeat(length)}</span></span>
            </div>
          </li>`,
      )}
    </ul>`;
  }

  #toggle(id: string, isOpen: boolean): void {
    this.toggled = new Map(this.toggled).set(id, isOpen);
  }

  #choose(category: Category | null): void {
    if (!this.tell(new CategorySelectedEvent(category))) return;
    catalogueOf(this.currentShop)?.refine({ category: category?.slug });
    if (category) this.#toggle(category.id, true);
  }

  #handleLink(event: Event, category: Category | null): void {
    if (!this.tell(new CategorySelectedEvent(category))) event.preventDefault();
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (this.renderRoot instanceof ShadowRoot) moveByKey(event, this.renderRoot);
  };
}

/** A row of chips starts where one is, not at its beginning. */
function scrollIntoRow(chip: Element | undefined): void {
  const row = chip?.closest('.chips');
  if (!chip || !row) return;
  const [{ left }, around] = [chip.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollBy({ left: left - around.left - around.width / 3 });
}

define('kontor-category-tree', KontorCategoryTree);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-category-tree': KontorCategoryTree;
  }
}
