import type { Option, Variant } from '@kontor/sdk';
import type { Shop } from '@kontor/state';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { styled } from '../../base/styled.js';
import '../../locale/en/variants.js';
import type { Words } from '../../locale/words.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { CartRequestedEvent } from '../mini-cart/cart-requested-event.js';
import { SignInRequestedEvent } from '../sign-in/session-events.js';
import { renderAnalogueDialog, renderAnalogueNote } from './analogue-note.js';
import { aroundRowsStyles } from './around-rows.styles.js';
import { tracks, type Sight } from './columns.js';
import { GridFocus } from './grid-focus.js';
import { createLayout, type Layout } from './layout.js';
import { hasChoice, type OptionChoice } from './option-filter.js';
import { renderPasteReport } from './paste-report.js';
import type { Paste } from './pasted-block.js';
import { ProductSource, type ShownVariants } from './product-source.js';
import { CartEditedEvent } from './cart-edited-event.js';

import { RowSlots } from './row-slots.js';
import { RowsInView } from './rows-in-view.js';
import { nextTierText, renderSumBar } from './sum-bar.js';
import { renderBody, renderBones, renderHead } from './table-body.js';
import { TableInput } from './table-input.js';
import { TableModel } from './table-model.js';
import { notesOf, placesOf, type NotesBySku } from './table-notes.js';
import { renderFailed, renderNoRows, renderTop } from './table-top.js';
import { axesOf, type MatrixAxes } from './matrix-axes.js';
import './variant-matrix.js';
import { variantTableStyles } from './variant-table.styles.js';
import { WindowController } from './window-controller.js';

export { CartEditedEvent };

/**
 * All variants of a product in one table: what there is, what it costs this buyer, and how many. Quantities are the cart's: what
 * is typed is in the cart at once and saved in the background, and what the supplier's rules made of it stands under its row.
 * Only rows in view are drawn, so ten thousand scroll like ten. Cells copied in a spreadsheet are pasted into the quantities: one
 * column downward, or SKU and quantity.
 *
 * Keys: arrows, Home, End, PageUp and PageDown move; digits, Enter or F2 edit; Escape puts back; Delete takes out of the cart.
 *
 * @summary Orders variants of a product in a table.
 * @status stable
 * @slot actions - Beside the button of the sum bar.
 * @slot empty - Instead of the sentence for a product without variants.
 * @event {CartEditEvent} kontor-cart-edit - Before a quantity changes in the cart; cancelable.
 * @event {CartEditedEvent} kontor-cart-edited - The quantity is saved.
 * @event {CartRequestedEvent} kontor-cart-requested - The button of the sum bar was pressed.
 * @event {SignInRequestedEvent} kontor-sign-in-requested - A visitor wants prices.
 * @csspart filters - Options to choose from.
 * @csspart table - The grid.
 * @csspart row - A row.
 * @csspart note - What happened, under its row.
 * @csspart paste - What became of a pasted block.
 * @csspart bar - The sum bar.
 * @csspart cart-button - Its button.
 * @cssproperty --kontor-sticky-top - Height of what the page keeps at its top: heads of columns stay below it.
 */
export class KontorVariantTable extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    messageStyles,
    variantTableStyles,
    aroundRowsStyles,
  ];

  /** Product by id or slug. */
  @property() product = '';

  /** Variants to show, instead of all those of `product`. */
  @property({ attribute: false }) variants: readonly Variant[] | undefined;

  /** Options that tell them apart; without them those of the product or of the variants. */
  @property({ attribute: false }) options: readonly Option[] | undefined;

  /** Scrolls inside its own height, which the page sets, instead of with the page. */
  @property({ type: Boolean, reflect: true }) contained = false;

  /** Without the line of sums at the bottom. */
  @property({ type: Boolean, attribute: 'without-bar' }) withoutBar = false;

  @state() private isMatrix = false;
  @state() private choice: OptionChoice = {};
  @state() private analoguesOf: string | undefined;

  @query('.body') private readonly body!: HTMLElement | null;
  @query('.frame') private readonly frame!: HTMLElement | null;
  @query('.probe') private readonly probe!: HTMLElement | null;
  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  readonly #source = new ProductSource(this);
  readonly #model = new TableModel();
  readonly #slots = new RowSlots();
  readonly #cart = new StoreController(this, () => this.currentShop?.cart.$cart);
  readonly #lines = new StoreController(this, () => this.currentShop?.cart.$lines);
  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);
  readonly #warehouses = new StoreController(this, () =>
    this.#sight.stock ? this.currentShop?.checkout.warehouses.$state : undefined,
  );
  readonly #view = new RowsInView(this, () => this.currentShop);
  readonly #window = new WindowController(this, {
    body: () => this.body,
    scroller: () => (this.contained ? this.frame : null),
    layout: () => this.#layout,
  });
  readonly #focus = new GridFocus(this, {
    layout: () => this.#layout,
    columnCount: () => this.#model.columns.length,
    skuAt: (row) => this.#model.rows[row]?.sku,
    rowOf: (sku) => this.#model.rowOf(sku),
    isRightToLeft: () => getComputedStyle(this).direction === 'rtl',
  });
  readonly #input = new TableInput(this, {
    shop: () => this.currentShop,
    words: () => this.words,
    tell: (event) => this.tell(event),
    model: this.#model,
    focus: this.#focus,
    notes: () => this.#notes,
  });
  readonly #resizes = new ResizeObserver(() => this.#measure());
  #layout: Layout = createLayout({ rowCount: 0, rowHeight: 48, noteHeight: 40 }, []);
  #notes: NotesBySku = new Map();
  #axes: MatrixAxes | undefined;
  #axesOf: readonly Variant[] | undefined;
  #size = { width: 0, row: 48, note: 40 };
  #probed: HTMLElement | undefined;

  /** Whether it is not known yet who looks. */
  get #isUnknown(): boolean {
    const session = this.#session.value;
    return session?.value === undefined && session?.status !== 'failed';
  }

  get #sight(): Sight {
    const session = this.#session.value?.value;
    // Room for all of it until it is known who looks: columns that come later would move the others.
    if (this.#isUnknown) return { prices: true, stock: true, quantities: true };
    const isBuyer = (session?.context?.agreementId ?? null) !== null;
    return {
      prices: isBuyer && session?.can.seePrices !== 'none',
      stock: isBuyer && session?.can.seeStock === true,
      quantities: isBuyer && session?.can.fillCart === true,
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizes.observe(this);
  }

  override disconnectedCallback(): void {
    // What was typed is wanted, though nobody left the field.
    this.#input.editor.commit();
    super.disconnectedCallback();
    this.#resizes.disconnect();
    this.#probed = undefined;
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.#size.width = this.clientWidth;
    this.#source.choose(this.currentShop, this);
  }

  protected override updated(): void {
    const { probe } = this;
    if (probe && probe !== this.#probed) {
      this.#probed = probe;
      this.#resizes.observe(probe);
      queueMicrotask(() => this.#measure());
    }
    this.#lookAround();
    if (this.analoguesOf !== undefined && this.dialog?.open === false) this.dialog.showModal();
  }

  protected override renderShop(shop: Shop): TemplateResult {
    const { words } = this;
    const shown = this.#source.shown;
    const session = this.#session.value?.value;
    const agreement = session?.agreements.find(({ id }) => id === session.context?.agreementId);
    this.#model.update(shown, this.choice, {
      words,
      sight: this.#sight,
      currency: agreement?.currency,
      width: this.#size.width,
    });
    this.#arrange(words);
    const label = shown.name ? words.t('table.labelOf', { name: shown.name }) : words.t('table.label');
    const { mode } = this.#model;
    const isEmpty = shown.status === 'ready' && this.#model.rows.length === 0;
    const cart = this.#cart.value;
    return html`<div class="all ${mode} ${this.#sight.stock ? 'with-stock' : ''}">
      ${renderTop({
        words,
        shown,
        model: this.#model,
        choice: this.choice,
        isVisitor: session?.person === null,
        isMatrix: this.#axes && this.isMatrix,
        onChoose: (choice) => this.#choose(choice),
        onMatrix: () => (this.isMatrix = !this.isMatrix),
        onSignIn: () => this.tell(new SignInRequestedEvent()),
      })}
      ${this.#input.pasted ? this.#renderPaste(shop, this.#input.pasted) : nothing}
      ${shown.status === 'failed' ? renderFailed(words, shown.error, () => this.#retry()) : nothing}
      <slot name="empty" ?hidden=${!isEmpty}
        >${isEmpty ? renderNoRows(words, hasChoice(this.choice), () => this.#choose({})) : nothing}</slot
      >
      ${isEmpty || (shown.status === 'failed' && shown.variants.length === 0) ? nothing : this.#axes && this.isMatrix ? this.#renderMatrix(shop, this.#axes, label) : this.#renderTable(shop, shown, label)}
      ${cart && this.#sight.quantities && !this.withoutBar ? renderSumBar(words, cart, this.#hint(shop), () => this.tell(new CartRequestedEvent())) : nothing}
      <p class="visually-hidden" role="status">${this.#input.news}</p>
      <div class="probe"></div>
      ${this.analoguesOf === undefined ? nothing : renderAnalogueDialog(words, shop, this.analoguesOf, () => (this.analoguesOf = undefined))}
    </div>`;
  }

  /** Notes and the places of rows, before anything is drawn. */
  #arrange(words: Words): void {
    const rowOf = (sku: string): number | undefined => this.#model.rowOf(sku);
    this.#notes = notesOf({
      words,
      lines: this.#sight.quantities ? (this.#lines.value ?? []) : [],
      draft: this.#input.editor.draft,
      offered: this.#view.offers.skus(),
      stockOf: this.#view.stockOf,
      nameOf: this.#nameOf,
      rowOf,
    });
    if (this.#axesOf !== this.#model.rows) {
      this.#axesOf = this.#model.rows;
      this.#axes = axesOf(this.#model.rows, this.#model.options);
    }
    const { row, note } = this.#size;
    this.#layout = createLayout(
      { rowCount: this.#model.rows.length, rowHeight: row, noteHeight: note },
      placesOf(this.#notes, rowOf, this.#model.mode === 'narrow' ? 2 : 1),
    );
  }

  #renderMatrix(shop: Shop, axes: MatrixAxes, label: string): TemplateResult {
    return html`<kontor-variant-matrix
      part="table"
      .shop=${shop}
      .axes=${axes}
      .label=${label}
      .verbs=${this.#sight.quantities ? this.#input.verbs : undefined}
    ></kontor-variant-matrix>`;
  }

  #renderTable(shop: Shop, shown: ShownVariants, label: string): TemplateResult {
    const { columns, mode, rows } = this.#model;
    const isLoading = (shown.status === 'loading' && rows.length === 0) || this.#isUnknown;
    return html`<div
      class="frame"
      part="table"
      role="grid"
      aria-label=${label}
      aria-readonly="true"
      aria-busy=${isLoading}
      aria-rowcount=${this.#layout.lineCount + 1}
      aria-colcount=${columns.length}
      tabindex=${isLoading ? '0' : nothing}
      ${styled('--tracks', tracks(columns))}
    >
      ${renderHead(columns)}
      <div
        class="body"
        role="rowgroup"
        @keydown=${this.#input.handleKey}
        @focusin=${this.#input.handleFocus}
        @focusout=${this.#input.handleBlur}
        @input=${this.#input.handleInput}
        @paste=${this.#input.handlePaste}
        ${styled('height', isLoading ? 'auto' : `${this.#layout.height}px`)}
      >
        ${isLoading ? renderBones(columns, 8) : this.#renderBody(shop, mode === 'narrow')}
      </div>
    </div>`;
  }

  #renderBody(shop: Shop, withCurrency: boolean): unknown {
    const { rows, columns } = this.#model;
    const { first, end } = this.#window.range();
    const { row } = this.#focus;
    const inView = Array.from({ length: end - first }, (_, index) => first + index);
    // The row with the focus stays, so that the focus stays.
    const drawn =
      row < rows.length && (row < first || row >= end) ? [...inView, row].sort((a, b) => a - b) : inView;
    return renderBody({
      words: this.words,
      options: this.#model.options,
      nameOf: this.#nameOf,
      withCurrency,
      rows,
      drawn,
      slots: this.#slots.assign(drawn.map((each) => rows[each]?.sku ?? '')),
      columns,
      layout: this.#layout,
      notes: this.#notes,
      draft: this.#input.editor.draft,
      focus: this.#focus,
      lineOf: (sku) => shop.cart.line(sku),
      priceOf: this.#view.priceOf,
      stockOf: this.#view.stockOf,
      onTake: (sku, quantity) => this.#input.verbs.set(sku, quantity),
      renderAnalogue: (sku) =>
        renderAnalogueNote(this.words, {
          analogues: this.#view.offers.of(sku),
          options: this.#model.options,
          stockOf: this.#view.stockOf,
          priceOf: this.#view.priceOf,
          canTake: this.#sight.quantities,
          onTake: (analogue) => this.#input.take(sku, analogue),
          onMore: () => (this.analoguesOf = sku),
        }),
    });
  }

  #renderPaste(shop: Shop, paste: Paste): TemplateResult {
    return renderPasteReport(this.words, paste, shop.cart, {
      onUndo: () => this.#input.undo(),
      onClose: () => this.#input.forget(),
    });
  }

  readonly #nameOf = (warehouseId: string): string =>
    this.#warehouses.value?.value?.find(({ id }) => id === warehouseId)?.name ?? '…';

  /** How much more would make the row with the focus cheaper. */
  #hint(shop: Shop): string {
    const sku = this.#model.rows[this.#focus.row]?.sku ?? '';
    return nextTierText(this.words, sku, shop.cart.line(sku), this.#view.priceOf(sku).item);
  }

  #choose(choice: OptionChoice): void {
    this.choice = choice;
    this.#input.forget();
    void this.updateComplete.then(() => {
      const { rows } = this.#model;
      this.#input.say(
        this.words.t('table.count', {
          shown: rows.length,
          all: this.#source.shown.variants.length,
        }),
      );
    });
  }

  #retry(): void {
    this.#source.retry();
    this.requestUpdate();
  }

  #lookAround(): void {
    const shop = this.currentShop;
    const { rows } = this.#model;
    if (!shop || rows.length === 0) return;
    const { first, end } = this.#window.range();
    this.#view.look(shop, {
      drawn: rows.slice(first, end),
      isInView: (index) => this.#window.isInView(first + index),
      lines: this.#lines.value ?? [],
      rowOf: (sku) => this.#model.rowOf(sku),
    });
  }

  #measure(): void {
    const { clientWidth: width, probe } = this;
    const [row, note] = [probe?.offsetHeight ?? this.#size.row, probe?.offsetWidth ?? this.#size.note];
    if (width === this.#size.width && row === this.#size.row && note === this.#size.note) return;
    this.#size = { width, row, note };
    this.requestUpdate();
  }
}

define('kontor-variant-table', KontorVariantTable);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-variant-table': KontorVariantTable;
  }
}
