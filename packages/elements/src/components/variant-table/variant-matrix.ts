import type { Availability, Option, Price, PriceItem, Variant } from '@kontor/sdk';
import type { ShopCore } from '@kontor/state';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { styled } from '../../base/styled.js';
import { WatchController } from '../../base/watch-controller.js';
import { controlStyles } from '../../theme/control.styles.js';
import { parseQuantity } from '../quantity/parse-quantity.js';
import { shadeOf } from '../stock/stock-words.js';
import type { CartVerbs } from './cart-verbs.js';
import { placeAfter, type Place } from './grid-keys.js';
import type { MatrixAxes } from './matrix-axes.js';
import { QuantityEditor } from './quantity-editor.js';
import { optionText, priceAt, quantityInCart } from './row-cells.js';
import { noteOf } from './row-notes.js';
import { variantMatrixStyles } from './variant-matrix.styles.js';

/**
 * The other view of `<kontor-variant-table>`: one option down, one across, a quantity in each place with its price below. The
 * table makes it and gives it everything.
 *
 * @summary Orders variants in a matrix of two options.
 * @status internal
 * @csspart table - The grid.
 */
export class KontorVariantMatrix extends KontorElement {
  static override styles: CSSResultGroup = [KontorElement.styles, controlStyles, variantMatrixStyles];

  @property({ attribute: false }) axes: MatrixAxes | undefined;

  /** What changes the cart; without it quantities are not shown. */
  @property({ attribute: false }) verbs: CartVerbs | undefined;

  /** What the matrix is of, for those who do not see it. */
  @property() label = '';

  /** The cell with the tab stop. */
  @state() private place: Place = { line: 0, column: 0 };

  readonly #prices = new WatchController<PriceItem, Price>(this, () => this.currentShop?.prices);
  readonly #stock = new WatchController<string, Availability>(this, () => this.currentShop?.stock);
  readonly #editor = new QuantityEditor(this, {
    parse: (text) => (text.trim() === '' ? '0' : parseQuantity(text, this.words.locale)),
    save: (sku, quantity) => this.verbs?.set(sku, quantity) ?? false,
  });

  constructor() {
    super();
    // Lines are read one by one from the cart; this renders when they change.
    new StoreController(this, () => this.currentShop?.cart.$lines);
  }

  override disconnectedCallback(): void {
    this.#editor.commit();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('axes') || !this.axes) return;
    const { axes } = this;
    const skus = axes.rows.values
      .flatMap((row) => columnsOf(axes).map((column) => axes.at(row, column)?.sku))
      .filter((sku) => sku !== undefined);
    this.#prices.want(skus.map((sku) => ({ sku })));
    this.#stock.want(skus);
    this.place = { line: 0, column: 0 };
  }

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    const { axes, words } = this;
    if (!axes) return nothing;
    const columns = columnsOf(axes);
    const named = ({ name, unit }: Option): string => (unit === null ? name : `${name}, ${unit}`);
    return html`<div
      part="table"
      role="grid"
      aria-label=${this.label}
      ${styled('--columns', String(columns.length))}
      @keydown=${this.#handleKey}
      @input=${this.#handleInput}
      @focusin=${this.#handleFocus}
      @focusout=${() => this.#editor.commit()}
    >
      <div class="head" role="row">
        <div role="columnheader">
          ${axes.columns ? html`${named(axes.columns)} →<br />${named(axes.rows)} ↓` : named(axes.rows)}
        </div>
        ${columns.map(
          (column) =>
            html`<div role="columnheader">
              ${column === undefined ? words.t('table.quantity') : optionText(column, words)}
            </div>`,
        )}
      </div>
      ${axes.rows.values.map((row, line) => {
        const cells = columns.map((column) => axes.at(row, column));
        return html`<div class="row" role="row">
            <div role="rowheader">${optionText(row, words)}</div>
            ${cells.map((variant, column) => this.#renderCell(shop, variant, line, column))}
          </div>
          ${this.#renderNotes(shop, cells)}`;
      })}
    </div>`;
  }

  #renderCell(shop: ShopCore, variant: Variant | undefined, line: number, column: number): TemplateResult {
    const isStop = line === this.place.line && column === this.place.column;
    if (!variant || !this.verbs || variant.status === 'discontinued')
      return html`<div role="gridcell" data-cell=${column} data-line=${line} tabindex=${isStop ? '0' : '-1'}>
        ${
          variant?.status === 'discontinued'
            ? html`<small>${this.words.t('outcome.discontinued')}</small>`
            : variant
              ? this.#renderPrice(shop, variant.sku)
              : html`<span class="quiet">–</span>`
        }
      </div>`;
    const { sku, name } = variant;
    const view = shop.cart.line(sku);
    const draft = this.#editor.draft?.sku === sku ? this.#editor.draft : undefined;
    return html`<div role="gridcell" data-sku=${sku} data-cell=${column} data-line=${line}>
      <input
        tabindex=${isStop ? '0' : '-1'}
        inputmode="decimal"
        autocomplete="off"
        placeholder="0"
        aria-label=${this.words.t('quantity.labelOf', { name })}
        aria-invalid=${draft?.isInvalid ? 'true' : nothing}
        .value=${live(draft?.text ?? quantityInCart(view, this.words))}
      />${this.#renderPrice(shop, sku)}
    </div>`;
  }

  #renderPrice(shop: ShopCore, sku: string): TemplateResult {
    const { words } = this;
    const { item } = this.#prices.get({ sku });
    const total = this.#stock.get(sku).item?.total;
    const unitPrice = item && priceAt(item, shop.cart.line(sku)).unitPrice;
    return html`<small
      >${
        total
          ? html`<i
              class=${shadeOf(total)}
              role="img"
              aria-label=${words.t(shadeOf(total) === 'none' ? 'stock.none' : 'stock.enough')}
            ></i>`
          : nothing
      }${unitPrice === undefined ? (item ? words.t('price.onRequest') : nothing) : words.unitPrice(unitPrice)}</small
    >`;
  }

  #renderNotes(shop: ShopCore, cells: readonly (Variant | undefined)[]): TemplateResult[] {
    return cells.flatMap((variant) => {
      if (!variant) return [];
      const { draft } = this.#editor;
      const note =
        draft?.isInvalid && draft.sku === variant.sku
          ? { tone: 'bad', text: this.words.t('quantity.invalid') }
          : noteOf(this.words, {
              view: shop.cart.line(variant.sku),
              availability: undefined,
              nameOf: () => '',
            });
      return note
        ? [
            html`<div class="under ${note.tone}" role="row">
              <div role="gridcell" aria-colspan=${cells.length + 1}>${variant.sku}: ${note.text}</div>
            </div>`,
          ]
        : [];
    });
  }

  #handleInput({ target }: InputEvent): void {
    const field = target as HTMLInputElement;
    const sku = field.closest<HTMLElement>('[data-sku]')?.dataset['sku'];
    if (sku !== undefined) this.#editor.type(sku, field.value);
  }

  #handleFocus({ target }: FocusEvent): void {
    const cell = (target as Element).closest<HTMLElement>('[data-cell]');
    if (cell) this.place = { line: Number(cell.dataset['line']), column: Number(cell.dataset['cell']) };
    if (target instanceof HTMLInputElement) target.select();
  }

  #handleKey(event: KeyboardEvent): void {
    const field = event.target instanceof HTMLInputElement ? event.target : undefined;
    if (event.key === 'Escape') this.#editor.cancel();
    const next =
      event.key === 'Enter'
        ? { line: this.place.line + (event.shiftKey ? -1 : 1), column: this.place.column }
        : staysInField(event, field)
          ? undefined
          : placeAfter(event, this.place, this.#size);
    if (!next) return;
    event.preventDefault();
    this.#editor.commit();
    const cell = this.renderRoot.querySelector<HTMLElement>(
      `[data-line="${next.line}"][data-cell="${next.column}"]`,
    );
    (cell?.querySelector('input') ?? cell)?.focus();
  }

  get #size(): { lines: number; columns: number; page: number; isRightToLeft: boolean } {
    return {
      lines: this.axes?.rows.values.length ?? 1,
      columns: this.axes ? columnsOf(this.axes).length : 1,
      page: 8,
      isRightToLeft: getComputedStyle(this).direction === 'rtl',
    };
  }
}

const columnsOf = ({ columns }: MatrixAxes): readonly (string | undefined)[] =>
  columns?.values ?? [undefined];

/** Left, Right, Home and End are for the caret while a part of the text is beside it. */
function staysInField({ key, ctrlKey }: KeyboardEvent, field: HTMLInputElement | undefined): boolean {
  if (!field || ctrlKey || !/^(Arrow(Left|Right)|Home|End)$/.test(key)) return false;
  const { selectionStart, selectionEnd, value } = field;
  return !(selectionStart === 0 && selectionEnd === value.length);
}

define('kontor-variant-matrix', KontorVariantMatrix);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-variant-matrix': KontorVariantMatrix;
  }
}
