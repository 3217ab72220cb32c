import type { Category, ProductSummary } from '@kontor/sdk';
import type { CatalogueQuery, Loaded, ProductPages, Shop } from '@kontor/state';
import x from 'lucide/dist/esm/icons/x.mjs';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import '../category-tree/category-tree.js';
import '../facets/facets.js';
import '../search/search.js';
import { SignInRequestedEvent } from '../sign-in/session-events.js';
import { CatalogShownEvent } from './catalog-events.js';
import { catalogStyles } from './catalog.styles.js';
import { chosenChips, filterCount } from './chosen.js';
import { NarrowController } from './narrow-controller.js';
import { NearEndController } from './near-end-controller.js';
import { PlaceController } from './place-controller.js';
import { productBones, productList } from './product-list.js';
import { ProductSelectedEvent, type ProductHref } from './product-selected-event.js';
import { productStyles } from './product.styles.js';
import { isView, toolbar, type CatalogView } from './toolbar.js';

export { CatalogShownEvent, ProductSelectedEvent, type ProductHref };
export type { CatalogView };

const viewKey = 'kontor:catalog-view';
/** Pages that come by themselves before the button is asked again: else nobody would ever reach the foot of the page. */
const pagesByItself = 3;

/**
 * The assortment of this buyer: categories, search, filters and the products that they find, page after page. Visitors see it
 * without prices and with one way in.
 *
 * @summary Shows the assortment, to be searched and narrowed.
 * @status stable
 * @slot empty - Instead of the sentence and the action where nothing is found.
 * @slot footer - Under the list.
 * @event {ProductSelectedEvent} kontor-product-selected - A product or a variant was chosen; cancelable.
 * @event {CatalogShownEvent} kontor-catalog-shown - What a query found is shown.
 * @event {SearchedEvent} kontor-searched - Somebody searches; cancelable.
 * @event {CategorySelectedEvent} kontor-category-selected - A category was chosen; cancelable.
 * @event {SignInRequestedEvent} kontor-sign-in-requested - A visitor wants in.
 * @csspart list - The products.
 * @csspart product - One of them.
 * @csspart name - The name of a product.
 * @csspart sku - A variant that was found.
 * @csspart filters - The button that opens the filters where it is narrow.
 * @csspart sort - The choice of an order.
 * @cssproperty --kontor-sticky-top - Height of what stays at the top of the page, kept free by the filters.
 */
export class KontorCatalog extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    messageStyles,
    catalogStyles,
    productStyles,
  ];

  /** How products are arranged: `list`, `table` or `tiles`. The reader's own choice is remembered. */
  @property({ reflect: true }) view: CatalogView = 'list';

  /** Category to show at first, by id or slug; with `sync-url` the address comes first. */
  @property() category: string | undefined;

  /** Keeps the query in the page's address, and comes back to the same place after Back and reload. */
  @property({ type: Boolean, attribute: 'sync-url' }) syncUrl = false;

  /** For a page that has a search of its own. */
  @property({ type: Boolean, attribute: 'without-search' }) withoutSearch = false;

  /** For a page that has categories of its own. */
  @property({ type: Boolean, attribute: 'without-categories' }) withoutCategories = false;

  /** Where a product is. */
  @property({ attribute: false }) productHref: ProductHref | undefined;

  /** Where a category is; without it the catalogue shows it here. */
  @property({ attribute: false }) categoryHref: ((category: Category | null) => string) | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  readonly #products = new StoreController(this, () => this.currentShop?.catalogue.$products);
  readonly #query = new StoreController(this, () => this.currentShop?.catalogue.$query);
  readonly #facets = new StoreController(this, () => this.currentShop?.catalogue.facets.$state);
  readonly #categories = new StoreController(this, () => this.currentShop?.catalogue.categories.$state);
  readonly #corrected = new StoreController(this, () => this.currentShop?.catalogue.corrected.$state);
  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);
  readonly #narrow = new NarrowController(this, 860);
  readonly #nearEnd = new NearEndController(this, () => this.#growByItself());
  #byItself = 0;
  #begun: { shop: Shop; category: string | undefined } | undefined;
  #told: ProductPages | undefined;

  constructor() {
    super();
    new PlaceController(this, {
      shop: () => this.currentShop,
      isOn: () => this.syncUrl,
      rows: () => this.#rows(),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) this.#rememberView();
    else if (changed.has('view') && !isView(this.view)) this.view = 'list';
    const shop = this.currentShop;
    if (!shop || (this.#begun?.shop === shop && this.#begun.category === this.category)) return;
    this.#begun = { shop, category: this.category };
    if (this.category) shop.catalogue.refine({ category: this.category });
  }

  protected override updated(): void {
    const { status, value } = this.#products.value ?? {};
    if (status !== 'ready' || !value || value === this.#told) return;
    const isAnother =
      this.#told?.items[0] !== value.items[0] || value.items.length <= (this.#told?.items.length ?? 0);
    this.#told = value;
    this.#nearEnd.again();
    if (!isAnother) return;
    this.#byItself = 0;
    this.tell(new CatalogShownEvent({ query: this.#query.value ?? {}, total: value.total }));
  }

  protected override renderShop(shop: Shop): TemplateResult {
    const { words } = this;
    const isNarrow = this.#narrow.isNarrow ?? false;
    const tree = this.withoutCategories
      ? nothing
      : html`<kontor-category-tree
          .shop=${shop}
          .compact=${isNarrow}
          .categoryHref=${this.categoryHref}
        ></kontor-category-tree>`;
    return html`${
        this.withoutSearch
          ? nothing
          : html`<kontor-search .shop=${shop} .productHref=${this.productHref}></kontor-search>`
      }
      <div class="layout ${isNarrow ? 'narrow' : ''}">
        <aside>
          ${tree}${
            isNarrow
              ? nothing
              : html`<h2>${words.t('facets.title')}</h2>
                  <kontor-facets .shop=${shop}></kontor-facets>`
          }
        </aside>
        <div class="found">${this.#renderFound(shop, isNarrow)}<slot name="footer"></slot></div>
      </div>
      ${isNarrow ? this.#renderSheet(shop) : nothing}`;
  }

  #renderFound(shop: Shop, isNarrow: boolean): TemplateResult {
    const { words } = this;
    const present = this.#query.value ?? {};
    const products = this.#products.value;
    const corrected = this.#corrected.value?.value;
    return html`${toolbar({
      words,
      query: present,
      total: products?.value?.total,
      view: this.#shownView(isNarrow),
      isNarrow,
      onSort: (sort) => shop.catalogue.refine({ sort }),
      onView: (view) => this.#chooseView(view),
      onFilters: isNarrow ? () => this.dialog?.showModal() : undefined,
    })}
    ${chosenChips(
      words,
      present,
      { facets: this.#facets.value?.value, categories: this.#categories.value?.value },
      (next) => this.#showQuery(shop, next),
    )}
    ${
      corrected && products?.value?.items.length
        ? html`<p class="corrected">${words.t('search.corrected', { corrected })}</p>`
        : nothing
    }
    ${
      this.#session.value?.value?.person === null
        ? html`<p class="note visitor">
            <span class="grow">${words.t('catalog.visitor')}</span>
            <button @click=${() => this.tell(new SignInRequestedEvent())}>${words.t('common.signIn')}</button>
          </p>`
        : nothing
    }
    ${this.#renderProducts(shop, products, this.#shownView(isNarrow))}`;
  }

  #renderProducts(
    shop: Shop,
    products: Loaded<ProductPages> | undefined,
    view: CatalogView,
  ): TemplateResult | typeof nothing {
    const { words } = this;
    const { status, value, error } = products ?? {};
    if (!value) return status === 'failed' ? this.#renderFailed(shop, error) : productBones(words, view, 12);
    const isOutdated = status === 'loading' && !value.isGrowing;
    if (value.items.length === 0 && !isOutdated && status !== 'failed') return this.#renderEmpty(shop);
    return html`${status === 'failed' && !value.isGrowing ? this.#renderProblem(shop, error) : nothing}
      <div class="products" aria-busy=${isOutdated}>
        ${productList(value.items, view, {
          shop,
          words,
          productHref: this.productHref,
          seesPrices: shop.session.$can.get().seePrices !== 'none' && shop.session.$agreement.get() !== null,
          onSelect: (product, sku, event) => this.#select(product, sku, event),
        })}
      </div>
      ${value.hasMore && !isOutdated ? this.#renderMore(shop, value, status, error) : nothing}`;
  }

  #renderMore(
    shop: Shop,
    { items, total, isGrowing }: ProductPages,
    status: string | undefined,
    error: unknown,
  ): TemplateResult {
    const { words } = this;
    if (status === 'failed') return this.#renderProblem(shop, error);
    return html`<div class="more" ${ref(this.#nearEnd.watch)}>
      <button aria-busy=${isGrowing} aria-disabled=${isGrowing} @click=${() => void this.#grow(shop)}>
        ${words.t(isGrowing ? 'common.loading' : 'common.more')}
      </button>
      ${
        total === null
          ? nothing
          : html`<small>${words.t('catalog.shown', { shown: items.length, total })}</small>`
      }
    </div>`;
  }

  #renderProblem(shop: Shop, error: unknown): TemplateResult {
    return html`<p class="note bad" role="alert">
      <span class="grow">${this.words.problem(error)}</span>
      <button @click=${() => void shop.catalogue.retry()}>${this.words.t('common.retry')}</button>
    </p>`;
  }

  #renderFailed(shop: Shop, error: unknown): TemplateResult {
    return html`<div class="state" role="alert">
      <p class="title">${this.words.problem(error)}</p>
      <button @click=${() => void shop.catalogue.retry()}>${this.words.t('common.retry')}</button>
    </div>`;
  }

  #renderEmpty(shop: Shop): TemplateResult {
    const { words } = this;
    const { query: text, category, ...rest } = this.#query.value ?? {};
    const corrected = this.#corrected.value?.value;
    const isNarrowed = category !== undefined || filterCount(rest) > 0;
    return html`<slot name="empty"
      ><div class="state">
        <p class="title">
          ${text === undefined ? words.t('catalog.empty') : words.t('catalog.notFound', { text: corrected ?? text })}
        </p>
        ${
          isNarrowed || text !== undefined
            ? html`<button
                class="primary"
                @click=${() => this.#showQuery(shop, isNarrowed && text !== undefined ? { query: text } : {})}
              >
                ${words.t(isNarrowed ? 'catalog.reset' : 'categories.all')}
              </button>`
            : nothing
        }
      </div></slot
    >`;
  }

  #renderSheet(shop: Shop): TemplateResult {
    const { words } = this;
    const total = this.#products.value?.value?.total ?? 0;
    return html`<dialog closedby="any" aria-label=${words.t('facets.title')}>
      <header>
        <h2>${words.t('facets.title')}</h2>
        <button class="icon" aria-label=${words.t('common.close')} @click=${() => this.dialog?.close()}>
          ${icon(x, 20)}
        </button>
      </header>
      <kontor-facets .shop=${shop}></kontor-facets>
      <footer>
        <button @click=${() => shop.catalogue.refine({ filters: undefined })}>
          ${words.t('common.reset')}
        </button>
        <button class="primary" @click=${() => this.dialog?.close()}>
          ${words.t('catalog.showFound', { n: total })}
        </button>
      </footer>
    </dialog>`;
  }

  #select(product: ProductSummary, sku: string | undefined, event: Event): void {
    if (!this.tell(new ProductSelectedEvent(product, sku))) event.preventDefault();
  }

  /** Whoever took a chip away by the keyboard goes on from the top of the list. */
  #showQuery(shop: Shop, next: CatalogueQuery): void {
    shop.catalogue.show(next);
    this.renderRoot.querySelector<HTMLElement>('.sort select')?.focus({ preventScroll: true });
  }

  async #grow(shop: Shop): Promise<void> {
    const before = this.#rows().length;
    this.#byItself = 0;
    await shop.catalogue.more();
    await this.updateComplete;
    this.#rows()[before]?.querySelector<HTMLElement>('.name')?.focus({ preventScroll: true });
  }

  #growByItself(): void {
    const shop = this.currentShop;
    if (!shop || this.#products.value?.status !== 'ready' || this.#byItself >= pagesByItself) return;
    this.#byItself += 1;
    void shop.catalogue.more();
  }

  #rows(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[data-id]')];
  }

  #shownView(isNarrow: boolean): CatalogView {
    return isNarrow && this.view === 'table' ? 'list' : this.view;
  }

  #chooseView(view: CatalogView): void {
    this.view = view;
    try {
      localStorage.setItem(viewKey, view);
    } catch {
      // Where storage is forbidden the choice lasts as long as the page.
    }
  }

  #rememberView(): void {
    try {
      const kept = localStorage.getItem(viewKey);
      if (isView(kept)) this.view = kept;
    } catch {
      // Nothing to remember.
    }
    if (!isView(this.view)) this.view = 'list';
  }
}

define('kontor-catalog', KontorCatalog);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-catalog': KontorCatalog;
  }
}
