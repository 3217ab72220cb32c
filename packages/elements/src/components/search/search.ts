import { catalogueOf, toSearchParams, type CatalogueQuery, type ShopCore } from '@kontor/state';
import search from 'lucide/dist/esm/icons/search.mjs';
import x from 'lucide/dist/esm/icons/x.mjs';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import '../../locale/en/catalogue.js';
import { controlStyles } from '../../theme/control.styles.js';
import { ProductSelectedEvent, type ProductHref } from '../catalog/product-selected-event.js';
import { CategorySelectedEvent } from '../category-tree/category-selected-event.js';
import { SearchedEvent } from './searched-event.js';
import { searchNews } from './search-news.js';
import { searchStyles } from './search.styles.js';
import { ShortcutController } from './shortcut-controller.js';
import { SuggestController } from './suggest-controller.js';
import { linesOf, suggestionList, type Suggestion } from './suggestion-list.js';

export { SearchedEvent };

/**
 * Finds by name, article, barcode and the buyer's own code, and suggests while one types. Forgives a typo and says what it
 * searched instead.
 *
 * @summary Searches the assortment, with suggestions.
 * @status stable
 * @event {SearchedEvent} kontor-searched - Somebody searches; cancelable.
 * @event {ProductSelectedEvent} kontor-product-selected - A suggested product or variant was chosen; cancelable.
 * @event {CategorySelectedEvent} kontor-category-selected - A suggested category was chosen; cancelable.
 * @csspart input - The field.
 * @csspart list - The suggestions.
 * @csspart option - One of them.
 */
export class KontorSearch extends KontorElement {
  static override styles: CSSResultGroup = [KontorElement.styles, controlStyles, searchStyles];

  /** Page with the results; it gets `?q=…`. Without it the catalogue on this page shows them. */
  @property({ attribute: 'results-href' }) resultsHref: string | undefined;

  /** Where a product is. Without it, a suggestion searches for its article, unless the event is canceled. */
  @property({ attribute: false }) productHref: ProductHref | undefined;

  /** Puts the cursor here when `/` is pressed anywhere on the page. */
  @property({ type: Boolean, attribute: 'with-shortcut' }) withShortcut = false;

  @state() private text = '';
  @state() private isOpen = false;
  @state() private active = -1;

  @query('input') private readonly input!: HTMLInputElement | null;

  readonly #query = new StoreController(this, () => catalogueOf(this.currentShop)?.$query);
  readonly #suggest = new SuggestController(this);
  #shown: string | undefined;

  constructor() {
    super();
    new ShortcutController(
      this,
      () => this.withShortcut,
      () => this.focus(),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.isOpen = false;
  }

  override focus(options?: FocusOptions): void {
    this.input?.focus(options);
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    // The query may change elsewhere: by Back, or where filters are taken away.
    const shown = this.#query.value?.query ?? '';
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.text = shown;
  }

  protected override updated(): void {
    if (this.active >= 0)
      this.renderRoot.querySelector(`#option-${String(this.active)}`)?.scrollIntoView({ block: 'nearest' });
  }

  protected override renderShop(shop: ShopCore): TemplateResult {
    const { words } = this;
    const { suggestions, status } = this.#suggest;
    const isOpen = this.isOpen && status !== 'idle';
    const lines = isOpen && suggestions ? linesOf(suggestions) : [];
    return html`<search>
        <span class="sign">${icon(search)}</span>
        <input
          part="input"
          type="search"
          role="combobox"
          enterkeyhint="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          maxlength="200"
          aria-label=${words.t('search.label')}
          placeholder=${words.t('search.placeholder')}
          aria-autocomplete="list"
          aria-expanded=${isOpen}
          aria-controls="list"
          aria-activedescendant=${isOpen && lines[this.active] ? `option-${String(this.active)}` : nothing}
          .value=${this.text}
          @input=${(event: InputEvent) => this.#type(shop, (event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => this.#handleKey(event, shop, lines)}
          @focus=${() => this.#suggest.status === 'idle' || (this.isOpen = this.text !== '')}
          @blur=${() => (this.isOpen = false)}
        />
        ${this.text ? this.#renderClear(shop) : this.withShortcut ? html`<kbd aria-hidden="true">/</kbd>` : nothing}
      </search>
      <!-- A press on the list must not take the cursor out of the field. -->
      <div class="list" part="list" ?hidden=${!isOpen} @mousedown=${(event: Event) => event.preventDefault()}>
        ${isOpen ? searchNews(words, this.#suggest, lines.length > 0) : nothing}
        <div
          id="list"
          role="listbox"
          aria-label=${words.t('search.suggestions')}
          aria-busy=${status === 'loading'}
        >
          ${suggestionList(lines, {
            words,
            query: suggestions?.corrected ?? this.#suggest.query,
            active: this.active,
            hrefOf: (line) => this.#hrefOf(line),
            onChoose: (line, event) => this.#choose(shop, line, event),
          })}
        </div>
      </div>
      <p role="status" class="visually-hidden">
        ${isOpen && status === 'ready' ? words.t('search.found', { n: lines.length }) : nothing}
      </p>`;
  }

  #renderClear(shop: ShopCore): TemplateResult {
    return html`<button
      class="icon"
      aria-label=${this.words.t('search.clear')}
      @click=${() => {
        this.#type(shop, '');
        if (this.#shown) this.#search(shop, '');
        this.focus();
      }}
    >
      ${icon(x)}
    </button>`;
  }

  #type(shop: ShopCore, text: string): void {
    this.text = text;
    this.active = -1;
    this.isOpen = text.trim() !== '';
    this.#suggest.ask(shop, text);
  }

  #handleKey(event: KeyboardEvent, shop: ShopCore, lines: readonly Suggestion[]): void {
    if (event.isComposing) return;
    const { active } = this;
    const last = lines.length - 1;
    const target = {
      ArrowDown: active >= last ? -1 : active + 1,
      ArrowUp: active < 0 ? last : active - 1,
      // Without a suggestion in hand they move the cursor in the text.
      Home: active < 0 ? undefined : 0,
      End: active < 0 ? undefined : last,
    }[event.key];
    if (target !== undefined) {
      if (!this.isOpen) {
        this.isOpen = this.text.trim() !== '';
        this.#suggest.ask(shop, this.text);
      } else this.active = target;
    } else if (event.key === 'Enter') {
      const line = lines[active];
      if (line) this.#follow(shop, line);
      else this.#search(shop, this.text.trim());
    } else if (event.key === 'Escape' && this.isOpen) this.isOpen = false;
    else return;
    event.preventDefault();
  }

  #search(shop: ShopCore, text: string): void {
    this.isOpen = false;
    if (text === '' && !this.#shown) return;
    if (this.tell(new SearchedEvent(text))) this.#show(shop, { query: text });
  }

  #show(shop: ShopCore, change: CatalogueQuery): void {
    if (this.resultsHref === undefined) {
      // Known here: what is typed on meanwhile is not overwritten by it.
      this.#shown = change.query ?? '';
      catalogueOf(shop).refine(change);
    } else location.assign(this.#resultsAt(this.resultsHref, change));
  }

  #resultsAt(page: string, change: CatalogueQuery): string {
    const url = new URL(page, document.baseURI);
    for (const [key, value] of toSearchParams(change)) url.searchParams.set(key, value);
    return url.href;
  }

  #hrefOf(line: Suggestion): string | undefined {
    if (line.kind === 'category')
      return this.resultsHref === undefined
        ? undefined
        : this.#resultsAt(this.resultsHref, { category: line.category.slug });
    return (
      line.product && this.productHref?.(line.product, line.kind === 'variant' ? line.variant.sku : undefined)
    );
  }

  /** By the keyboard: the link is followed as if it was pressed. */
  #follow(shop: ShopCore, line: Suggestion): void {
    const option = this.renderRoot.querySelector<HTMLElement>(`#option-${String(this.active)}`);
    if (option instanceof HTMLAnchorElement) option.click();
    else this.#choose(shop, line);
  }

  #choose(shop: ShopCore, line: Suggestion, event?: Event): void {
    this.isOpen = false;
    const isLink = this.#hrefOf(line) !== undefined;
    if (line.kind === 'category') {
      const { category } = line;
      if (!this.tell(new CategorySelectedEvent(category))) event?.preventDefault();
      else if (!isLink) {
        catalogueOf(shop).refine({ category: category.slug, query: undefined });
        this.text = '';
      }
      return;
    }
    const sku = line.kind === 'variant' ? line.variant.sku : undefined;
    if (!line.product) return;
    if (!this.tell(new ProductSelectedEvent(line.product, sku))) event?.preventDefault();
    else if (!isLink) this.#show(shop, { query: sku ?? line.product.name });
  }
}

define('kontor-search', KontorSearch);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-search': KontorSearch;
  }
}
