import type { Option, Variant } from '@kontor/sdk';
import type { ShopCore } from '@kontor/state';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import '../../locale/en/variants.js';
import type { Words } from '../../locale/words.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { CartRequestedEvent } from '../mini-cart/cart-requested-event.js';
import { SignInRequestedEvent } from '../sign-in/session-events.js';
import { renderAnalogueDialog, renderAnalogueNote } from './analogue-note.js';
import { aroundRowsStyles } from './around-rows.styles.js';
import { CartEditedEvent } from './cart-edited-event.js';
import type { Sight } from './columns.js';
import { AxesOfRows } from './matrix-axes.js';
import { hasChoice, type OptionChoice } from './option-filter.js';
import { renderPasteReport } from './paste-report.js';
import { ProductSource, type ShownVariants } from './product-source.js';
import { nextTierText, renderSumBar } from './sum-bar.js';
import { renderFrame } from './table-frame.js';
import { TableInput } from './table-input.js';
import { TableModel } from './table-model.js';
import { TableRows } from './table-rows.js';
import { isUnknown, sightOf } from './table-sight.js';
import { renderFailed, renderNoRows, renderTop } from './table-top.js';
import './variant-matrix.js';
import { variantTableStyles } from './variant-table.styles.js';
import { WarehouseNames } from '../stock/warehouse-names.js';

export { CartEditedEvent };

/**
 * All variants of a product in one table: what there is, what it costs this buyer, and how many. Quantities are the cart's: what
 * is typed is in the cart at once and saved in the background, and what the supplier's rules made of it stands under its row.
 * Only rows in view are drawn, so ten thousand scroll like ten. Cells copied in a spreadsheet are pasted into the quantities: one
 * column downward, or SKU and quantity. On paper there are all rows, without quantities; what nobody has scrolled to yet has no price
 * there.
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

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  readonly #source = new ProductSource(this);
  readonly #model = new TableModel();
  readonly #axes = new AxesOfRows();
  readonly #cart = new StoreController(this, () => this.currentShop?.cart.$cart);
  readonly #lines = new StoreController(this, () => this.currentShop?.cart.$lines);
  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);
  readonly #warehouses = new StoreController(this, () =>
    this.#sight.stock ? this.currentShop?.warehouses.$state : undefined,
  );
  readonly #rows = new TableRows(this, {
    shop: () => this.currentShop,
    model: this.#model,
    isContained: () => this.contained,
    draft: () => this.#input.editor.draft,
    lines: () => (this.#sight.quantities ? (this.#lines.value ?? []) : []),
    onTake: (sku, quantity) => this.#input.verbs.set(sku, quantity),
    renderAnalogue: (sku) => this.#renderAnalogue(sku),
  });
  readonly #input: TableInput = new TableInput(this, {
    shop: () => this.currentShop,
    words: () => this.words,
    tell: (event) => this.tell(event),
    model: this.#model,
    focus: this.#rows.focus,
    notes: () => this.#rows.notes,
  });
  readonly #names = new WarehouseNames();

  get #sight(): Sight {
    return sightOf(this.#session.value);
  }

  override disconnectedCallback(): void {
    // What was typed is wanted, though nobody left the field.
    this.#input.editor.commit();
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    this.#source.choose(this.currentShop, this);
  }

  protected override updated(): void {
    if (this.analoguesOf !== undefined && this.dialog?.open === false) this.dialog.showModal();
  }

  protected override renderShop(shop: ShopCore): TemplateResult {
    const { words } = this;
    const shown = this.#source.shown;
    this.#prepare(shown, words);
    const { mode, rows, options, columns } = this.#model;
    const label = shown.name ? words.t('table.labelOf', { name: shown.name }) : words.t('table.label');
    const axes = this.#axes.of(rows, options);
    const isEmpty = shown.status === 'ready' && rows.length === 0;
    const waits = shown.status === 'loading' && rows.length === 0;
    const cart = this.#sight.quantities && !this.withoutBar ? this.#cart.value : undefined;
    return html`<div class="all ${mode} ${this.#sight.stock ? 'with-stock' : ''}">
      ${renderTop({
        words,
        shown,
        model: this.#model,
        choice: this.choice,
        isSettled: this.#rows.isSettled,
        isVisitor: this.#session.value?.value?.person === null,
        isMatrix: axes && this.isMatrix,
        onChoose: (choice) => this.#choose(choice),
        onMatrix: () => (this.isMatrix = !this.isMatrix),
        onSignIn: () => this.tell(new SignInRequestedEvent()),
      })}
      ${this.#input.pasted ? renderPasteReport(words, this.#input.pasted, shop.cart, this.#input) : nothing}
      ${shown.status === 'failed' ? renderFailed(words, shown.error, () => this.#source.retry()) : nothing}
      <slot name="empty" ?hidden=${!isEmpty}
        >${isEmpty ? renderNoRows(words, hasChoice(this.choice), () => this.#choose({})) : nothing}</slot
      >
      ${
        isEmpty || (shown.status === 'failed' && shown.variants.length === 0)
          ? nothing
          : axes && this.isMatrix
            ? html`<kontor-variant-matrix
                part="table"
                .shop=${shop}
                .axes=${axes}
                .label=${label}
                .verbs=${this.#sight.quantities ? this.#input.verbs : undefined}
              ></kontor-variant-matrix>`
            : renderFrame({
                label,
                columns,
                layout: this.#rows.layout,
                input: this.#input,
                waits,
                isBusy: waits || isUnknown(this.#session.value),
              })
      }
      ${cart ? renderSumBar(words, cart, this.#hint(shop), () => this.tell(new CartRequestedEvent())) : nothing}
      <p class="visually-hidden" role="status">${this.#input.news}</p>
      <div class="probe"></div>
      ${this.analoguesOf === undefined ? nothing : renderAnalogueDialog(words, shop, this.analoguesOf, () => (this.analoguesOf = undefined))}
    </div>`;
  }

  /** Columns, rows, their notes and places, before anything is drawn. */
  #prepare(shown: ShownVariants, words: Words): void {
    const session = this.#session.value?.value;
    const agreement = session?.agreements.find(({ id }) => id === session.context?.agreementId);
    this.#model.update(shown, this.choice, {
      words,
      sight: this.#rows.isPrinting ? { ...this.#sight, quantities: false } : this.#sight,
      currency: agreement?.currency,
      width: this.#rows.size.width,
    });
    const nameOf = this.#names.of(this.#warehouses.value?.value);
    this.#rows.arrange(words, nameOf);
    this.#rows.prepare({
      words,
      options: this.#model.options,
      nameOf,
      withCurrency: this.#model.mode === 'narrow',
    });
  }

  #renderAnalogue(sku: string): unknown {
    const { view } = this.#rows;
    return renderAnalogueNote(this.words, {
      analogues: view.offers.of(sku),
      options: this.#model.options,
      stockOf: view.stockOf,
      priceOf: view.priceOf,
      canTake: this.#sight.quantities,
      onTake: (analogue) => this.#input.take(sku, analogue),
      onMore: () => (this.analoguesOf = sku),
    });
  }

  /** How much more would make the row with the focus cheaper. */
  #hint(shop: ShopCore): string {
    const sku = this.#model.rows[this.#rows.focus.row]?.sku ?? '';
    return nextTierText(this.words, sku, shop.cart.line(sku), this.#rows.view.priceOf(sku).item);
  }

  #choose(choice: OptionChoice): void {
    this.choice = choice;
    this.#input.forget();
    void this.updateComplete.then(() =>
      this.#input.say(
        this.words.t('table.count', {
          shown: this.#model.rows.length,
          all: this.#source.shown.variants.length,
        }),
      ),
    );
  }
}

define('kontor-variant-table', KontorVariantTable);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-variant-table': KontorVariantTable;
  }
}
