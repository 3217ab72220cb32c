import type { Availability, Price, Variant } from '@kontor/sdk';
import type { Entry, LineView } from '@kontor/state';

import type { Column } from './columns.js';
import { createRow, DrawnRow } from './drawn-row.js';
import { DrawnNote, type NoteContent } from './drawn-note.js';
import { arrange } from './arrange.js';
import type { Layout } from './layout.js';
import type { Draft } from './quantity-editor.js';
import type { CellScope } from './row-cells.js';
import type { NotesBySku } from './table-notes.js';

/** What the body of the table is drawn from. */
export interface BodyScope extends Pick<NoteContent, 'renderAnalogue' | 'onTake'> {
  readonly cells: CellScope;
  readonly rows: readonly Variant[];
  /** Rows to draw, in order; the one with the focus is among them wherever it is. */
  readonly drawn: readonly number[];
  readonly columns: readonly Column[];
  readonly layout: Layout;
  readonly notes: NotesBySku;
  readonly draft: Draft | undefined;
  /** The cell with the tab stop; its field has it while one types. */
  readonly focus: { readonly line: number; readonly column: number; readonly isEditing: boolean };
  readonly lineOf: (sku: string) => LineView | undefined;
  readonly priceOf: (sku: string) => Entry<Price>;
  readonly stockOf: (sku: string) => Entry<Availability>;
}

/** Milliseconds without scrolling after which rows stand in the document as they stand in view. */
const orderAfter = 150;

/**
 * Draws rows in view with their notes. Rows that are scrolled away are taken for those that come: scrolling writes texts and
 * builds nothing. The order in the document follows when the scroll has come to rest.
 */
export class TableBody {
  #body: HTMLElement | undefined;
  #shape = '';
  #model: HTMLElement = document.createElement('div');
  #rows = new Map<string, DrawnRow>();
  #notes = new Map<string, DrawnNote>();
  #items: readonly HTMLElement[] = [];
  #tabStop: HTMLElement | undefined;
  #ordering: ReturnType<typeof setTimeout> | undefined;

  /** @param body empty at first, and nobody else's afterwards */
  draw(body: HTMLElement, scope: BodyScope, isScroll: boolean): void {
    this.#bind(body, scope.columns);
    const free = this.#leave(scope);
    const { layout, focus } = scope;
    let tabStop: HTMLElement | undefined;
    this.#items = scope.drawn.flatMap((index) => {
      const variant = scope.rows[index];
      if (!variant) return [];
      const row = this.#take(variant.sku, free);
      const line = layout.lineOf({ row: index, isNote: false });
      const top = layout.topOf(index);
      row.stand({ top, line });
      this.#show(row, variant, scope);
      if (focus.line === line) tabStop = focus.isEditing ? undefined : row.cell(focus.column);
      const note = scope.notes.get(variant.sku);
      if (!note) return [row.element];
      const drawn = this.#takeNote(variant.sku);
      const place = { top: top + layout.rowHeight, line: line + 1 };
      drawn.show(place, { ...scope, sku: variant.sku, note, columnCount: scope.columns.length });
      if (focus.line === place.line) tabStop = drawn.cell();
      return [row.element, drawn.element];
    });
    for (const row of free) row.element.remove();
    this.#stopAt(tabStop);
    clearTimeout(this.#ordering);
    if (isScroll) this.#ordering = setTimeout(() => arrange(body, this.#items), orderAfter);
    else arrange(body, this.#items);
  }

  /** Nothing is drawn later. */
  rest(): void {
    clearTimeout(this.#ordering);
  }

  #bind(body: HTMLElement, columns: readonly Column[]): void {
    const shape = columns.map(({ key, isNumeric }) => key + String(isNumeric)).join();
    if (body === this.#body && shape === this.#shape) return;
    this.#body = body;
    this.#shape = shape;
    this.#model = createRow(columns);
    this.#rows.clear();
    this.#notes.clear();
    this.#tabStop = undefined;
    body.replaceChildren();
  }

  /** Parts with what is not drawn any more. @returns rows for others */
  #leave({ drawn, rows, notes }: BodyScope): DrawnRow[] {
    const skus = new Set(drawn.map((index) => rows[index]?.sku));
    const free: DrawnRow[] = [];
    for (const [sku, row] of this.#rows) {
      if (skus.has(sku)) continue;
      this.#rows.delete(sku);
      free.push(row);
    }
    for (const [sku, note] of this.#notes) {
      if (skus.has(sku) && notes.has(sku)) continue;
      this.#notes.delete(sku);
      note.element.remove();
    }
    return free;
  }

  #take(sku: string, free: DrawnRow[]): DrawnRow {
    const known = this.#rows.get(sku);
    if (known) return known;
    const row = free.pop() ?? new DrawnRow(this.#model.cloneNode(true) as HTMLElement);
    if (!row.element.parentNode) this.#body?.append(row.element);
    this.#rows.set(sku, row);
    return row;
  }

  #takeNote(sku: string): DrawnNote {
    const note = this.#notes.get(sku) ?? new DrawnNote();
    if (!note.element.parentNode) this.#body?.append(note.element);
    this.#notes.set(sku, note);
    return note;
  }

  #show(row: DrawnRow, variant: Variant, scope: BodyScope): void {
    const { sku } = variant;
    const view = {
      variant,
      view: scope.lineOf(sku),
      price: scope.priceOf(sku),
      stock: scope.stockOf(sku),
      draft: scope.draft?.sku === sku ? scope.draft : undefined,
    };
    row.show(view, scope.columns, scope.cells);
  }

  #stopAt(cell: HTMLElement | undefined): void {
    if (cell === this.#tabStop) return;
    if (this.#tabStop) this.#tabStop.tabIndex = -1;
    this.#tabStop = cell;
    if (cell) cell.tabIndex = 0;
  }
}
