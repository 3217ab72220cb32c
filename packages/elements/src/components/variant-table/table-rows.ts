import type { LineView, ShopCore } from '@kontor/state';
import type { LitElement, ReactiveController } from 'lit';

import { WindowController } from '../../base/window-controller.js';
import type { Words } from '../../locale/words.js';
import { GridFocus } from './grid-focus.js';
import { createLayout, type Layout } from './layout.js';
import type { Draft } from './quantity-editor.js';
import type { CellScope } from './row-cells.js';
import { RowsInView } from './rows-in-view.js';
import { TableBody, type BodyScope } from './table-body.js';
import type { TableModel } from './table-model.js';
import { notesOf, placesOf, type NotesBySku } from './table-notes.js';
import { TableSize } from './table-size.js';

/** Where rows find what they show. */
export interface RowsScope extends Pick<BodyScope, 'renderAnalogue' | 'onTake'> {
  readonly shop: () => ShopCore | undefined;
  readonly model: TableModel;
  readonly isContained: () => boolean;
  readonly draft: () => Draft | undefined;
  /** Lines of the cart, none for who has no cart. */
  readonly lines: () => readonly LineView[];
}

/** Milliseconds after the first rows for what can wait until they are painted. */
const settleAfter = 60;

/** What a sheet of A4 has between its margins, in pixels. */
const paperWidth = 680;

/** The rows of the table: where they stand, which are in view, what stands under them. A scroll draws them without a render. */
export class TableRows implements ReactiveController {
  readonly size: TableSize;
  readonly focus: GridFocus;
  readonly view: RowsInView;
  layout: Layout = createLayout({ rowCount: 0, rowHeight: 48, noteHeight: 38 }, []);
  notes: NotesBySku = new Map();
  readonly #host: LitElement;
  readonly #scope: RowsScope;
  readonly #window: WindowController;
  readonly #body = new TableBody();
  #cells: CellScope | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #isSettled = false;
  #isPrinting = false;

  constructor(host: LitElement, scope: RowsScope) {
    this.#host = host;
    this.#scope = scope;
    const { model } = scope;
    host.addController(this);
    this.size = new TableSize(host);
    this.view = new RowsInView(host, scope.shop);
    this.#window = new WindowController(host, {
      body: () => this.#find('.body'),
      scroller: () => (scope.isContained() ? this.#find('.frame') : null),
      layout: () => this.layout,
      draw: () => void this.#draw(true),
    });
    this.focus = new GridFocus(host, {
      layout: () => this.layout,
      columnCount: () => model.columns.length,
      skuAt: (row) => model.rows[row]?.sku,
      rowOf: (sku) => model.rowOf(sku),
      isRightToLeft: () => getComputedStyle(host).direction === 'rtl',
    });
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#print);
    window.addEventListener('afterprint', this.#print);
  }

  hostUpdate(): void {
    if (!this.#host.hasUpdated) this.#window.expect(this.size.expect(), 0);
  }

  hostUpdated(): void {
    if (this.#draw(false) && !this.#isSettled)
      this.#settling ??= setTimeout(() => this.#settle(), settleAfter);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#print);
    window.removeEventListener('afterprint', this.#print);
    this.#body.rest();
    clearTimeout(this.#settling);
    this.#settling = undefined;
  }

  /** Whether the first rows are painted, so that what is not seen yet can follow. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  /** Whether it is drawn for paper: every row, and nothing to type into. */
  get isPrinting(): boolean {
    return this.#isPrinting;
  }

  /** Notes and the places of rows, before anything is drawn. */
  arrange(words: Words, nameOf: (warehouseId: string) => string): void {
    const { model } = this.#scope;
    const rowOf = (sku: string): number | undefined => model.rowOf(sku);
    this.notes = notesOf({
      words,
      lines: this.#scope.lines(),
      draft: this.#scope.draft(),
      offered: this.view.offers.skus(),
      stockOf: this.view.stockOf,
      nameOf,
      rowOf,
    });
    this.layout = createLayout(
      { rowCount: model.rows.length, rowHeight: this.size.row, noteHeight: this.size.note },
      placesOf(this.notes, rowOf, model.mode === 'narrow' ? 2 : 1),
    );
  }

  /** What cells need; the same object as long as nothing of it changes, so that rows know that they are drawn. */
  prepare(cells: CellScope): void {
    const former = this.#cells;
    const keys = Object.keys(cells) as (keyof CellScope)[];
    if (!former || keys.some((key) => former[key] !== cells[key])) this.#cells = cells;
  }

  readonly #print = ({ type }: Event): void => {
    this.#isPrinting = type === 'beforeprint';
    this.#window.showAll(this.#isPrinting);
    this.size.width = this.#isPrinting ? paperWidth : this.#host.clientWidth;
    this.#host.requestUpdate();
  };

  #settle(): void {
    this.#isSettled = true;
    this.#window.surround();
    this.#host.requestUpdate();
  }

  /** @returns whether there is anything drawn */
  #draw(isScroll: boolean): boolean {
    const { shop, model, draft, lines, onTake, renderAnalogue } = this.#scope;
    const [body, cells, now] = [this.#find('.body:not(.waits)'), this.#cells, shop()];
    if (!body || !cells || !now || model.rows.length === 0) return false;
    const { first, end } = this.#window.range();
    this.#body.draw(
      body,
      {
        cells,
        rows: model.rows,
        drawn: this.#withFocus(first, end),
        columns: model.columns,
        layout: this.layout,
        notes: this.notes,
        draft: draft(),
        focus: this.focus,
        lineOf: (sku) => now.cart.line(sku),
        priceOf: this.view.priceOf,
        stockOf: this.view.stockOf,
        renderAnalogue,
        onTake,
      },
      isScroll,
    );
    const near = this.#window.surroundings();
    this.view.look(now, {
      drawn: model.rows.slice(near.first, near.end),
      isInView: (index) => this.#window.isInView(near.first + index),
      lines: lines(),
      rowOf: (sku) => model.rowOf(sku),
    });
    return true;
  }

  /** The row with the focus stays, so that the focus stays. */
  #withFocus(first: number, end: number): number[] {
    const { row } = this.focus;
    const rows = Array.from({ length: end - first }, (_, index) => first + index);
    if (row < first) rows.unshift(row);
    else if (row >= end && row < this.#scope.model.rows.length) rows.push(row);
    return rows;
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }
}
