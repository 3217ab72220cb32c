import type { Category, ProductSummary } from '@kontor/sdk';
import { catalogueOf, type CatalogueQuery, type ShopCore } from '@kontor/state';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import '../../locale/en/catalogue.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import '../category-tree/category-tree.js';
import '../facets/facets.js';
import '../search/search.js';
import { SignInRequestedEvent } from '../sign-in/session-events.js';
import { CatalogShownEvent } from './catalog-events.js';
import { catalogAside } from './catalog-aside.js';
import { catalogStyles } from './catalog.styles.js';
import { correctedNote, emptyState, failedState, problemNote, visitorNote } from './catalog-states.js';
import { chosenChips } from './chosen.js';
import { filterSheet } from './filter-sheet.js';
import { keepView, keptView } from './kept-view.js';
import { moreProducts } from './more-products.js';
import { NarrowController } from './narrow-controller.js';
import { NearEndController } from './near-end-controller.js';
import { PlaceController } from './place-controller.js';
import { productBones, productList } from './product-list.js';
import { ProductSelectedEvent, type ProductHref } from './product-selected-event.js';
import { productStyles } from './product.styles.js';
import { ToldProducts } from './told-products.js';
import { isView, toolbar, type CatalogView } from './toolbar.js';

export { CatalogShownEvent, ProductSelectedEvent, type ProductHref };
export type { CatalogView };

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

  readonly #products = new StoreController(this, () => catalogueOf(this.currentShop)?.$products);
  readonly #query = new StoreController(this, () => catalogueOf(this.currentShop)?.$query);
  readonly #facets = new StoreController(this, () => catalogueOf(this.currentShop)?.facets.$state);
  readonly #categories = new StoreController(this, () => catalogueOf(this.currentShop)?.categories.$state);
  readonly #corrected = new StoreController(this, () => catalogueOf(this.currentShop)?.corrected.$state);
  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);
  readonly #narrow = new NarrowController(this, 860);
  readonly #nearEnd = new NearEndController(this, {
    isReady: () => this.#products.value?.status === 'ready',
    onNear: () => void catalogueOf(this.currentShop)?.more(),
  });
  readonly #told = new ToldProducts();
  #begun: { shop: ShopCore; category: string | undefined } | undefined;

  constructor() {
    super();
    new PlaceController(this, {
      shop: () => this.currentShop,
      isOn: () => this.syncUrl,
      rows: () => this.#rows(),
    });
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    if (!this.hasUpdated) this.view = keptView() ?? this.view;
    if (!isView(this.view)) this.view = 'list';
    const shop = this.currentShop;
    if (!shop || (this.#begun?.shop === shop && this.#begun.category === this.category)) return;
    this.#begun = { shop, category: this.category };
    if (this.category) catalogueOf(shop).refine({ category: this.category });
  }

  protected override updated(): void {
    const { status, value } = this.#products.value ?? {};
    const query = this.#query.value ?? {};
    const news = status === 'ready' && value ? this.#told.take(value, query) : undefined;
    if (!news || !value) return;
    this.#nearEnd.again();
    if (!news.isAnother) return;
    this.#nearEnd.anew();
    // Who narrows the list far down wants to see what is left of it.
    if (news.isAnotherQuery && this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start' });
    this.tell(new CatalogShownEvent({ query, total: value.total }));
  }

  protected override renderShop(shop: ShopCore): TemplateResult {
    const { words } = this;
    const isNarrow = this.#narrow.isNarrow ?? false;
    return html`${
        this.withoutSearch
          ? nothing
          : html`<kontor-search .shop=${shop} .productHref=${this.productHref}></kontor-search>`
      }
      <div class="layout ${isNarrow ? 'narrow' : ''}">
        ${catalogAside(shop, { words, isNarrow, withoutCategories: this.withoutCategories, categoryHref: this.categoryHref })}
        <div class="found">${this.#renderFound(shop, isNarrow)}<slot name="footer"></slot></div>
      </div>
      ${isNarrow ? filterSheet(words, shop, this.#products.value?.value?.total ?? 0, () => this.dialog?.close()) : nothing}`;
  }

  #renderFound(shop: ShopCore, isNarrow: boolean): TemplateResult {
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
      onSort: (sort) => catalogueOf(shop).refine({ sort }),
      onView: (view) => this.#chooseView(view),
      onFilters: isNarrow ? () => this.dialog?.showModal() : undefined,
    })}
    ${chosenChips(
      words,
      present,
      { facets: this.#facets.value?.value, categories: this.#categories.value?.value },
      (next) => this.#showQuery(shop, next),
    )}
    ${corrected && products?.value?.items.length ? correctedNote(words, corrected) : nothing}
    ${
      this.#session.value?.value?.person === null
        ? visitorNote(words, () => this.tell(new SignInRequestedEvent()))
        : nothing
    }
    ${this.#renderProducts(shop, this.#shownView(isNarrow))}`;
  }

  #renderProducts(shop: ShopCore, view: CatalogView): TemplateResult | typeof nothing {
    const { words } = this;
    const { status, value, error } = this.#products.value ?? {};
    const retry = (): void => void catalogueOf(shop).retry();
    if (!value) return status === 'failed' ? failedState(words, error, retry) : productBones(words, view, 12);
    const isOutdated = status === 'loading' && !value.isGrowing;
    if (value.items.length === 0 && !isOutdated && status !== 'failed')
      return emptyState(words, shop, this.#query.value ?? {}, this.#corrected.value?.value, (next) =>
        this.#showQuery(shop, next),
      );
    return html`${status === 'failed' && !value.isGrowing ? problemNote(words, error, retry) : nothing}
      <div class="products" aria-busy=${isOutdated}>
        ${productList(value.items, view, {
          shop,
          words,
          productHref: this.productHref,
          seesPrices: shop.session.$can.get().seePrices !== 'none' && shop.session.$agreement.get() !== null,
          onSelect: (product, sku, event) => this.#select(product, sku, event),
        })}
      </div>
      ${
        value.hasMore && !isOutdated
          ? moreProducts(value, {
              words,
              status,
              error,
              onMore: () => void this.#grow(shop),
              onRetry: retry,
              watch: this.#nearEnd.watch,
            })
          : nothing
      }`;
  }

  #select(product: ProductSummary, sku: string | undefined, event: Event): void {
    if (!this.tell(new ProductSelectedEvent(product, sku))) event.preventDefault();
  }

  /** Whoever took a chip away by the keyboard goes on from the top of the list. */
  #showQuery(shop: ShopCore, next: CatalogueQuery): void {
    catalogueOf(shop).show(next);
    this.renderRoot.querySelector<HTMLElement>('.sort select')?.focus({ preventScroll: true });
  }

  async #grow(shop: ShopCore): Promise<void> {
    const before = this.#rows().length;
    this.#nearEnd.anew();
    await catalogueOf(shop).more();
    await this.updateComplete;
    this.#rows()[before]?.querySelector<HTMLElement>('.name')?.focus({ preventScroll: true });
  }

  #rows(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[data-id]')];
  }

  #shownView(isNarrow: boolean): CatalogView {
    return isNarrow && this.view === 'table' ? 'list' : this.view;
  }

  #chooseView(view: CatalogView): void {
    this.view = view;
    keepView(view);
  }
}

define('kontor-catalog', KontorCatalog);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-catalog': KontorCatalog;
  }
}
