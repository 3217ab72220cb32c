import type { LitElement, ReactiveController } from 'lit';

import { placeAfter } from './grid-keys.js';
import type { Layout } from './layout.js';

/** What the keyboard moves in. */
export interface FocusScope {
  readonly layout: () => Layout;
  readonly columnCount: () => number;
  readonly skuAt: (row: number) => string | undefined;
  readonly rowOf: (sku: string) => number | undefined;
  readonly isRightToLeft: () => boolean;
}

/** One tab stop in a grid: remembers the cell by its SKU, moves it by keys, and holds the focus over scrolls and renders. */
export class GridFocus implements ReactiveController {
  readonly #host: LitElement;
  readonly #scope: FocusScope;
  #sku: string | undefined;
  #isNote = false;
  #column: number | undefined;
  #isWanted = false;
  #held: HTMLElement | undefined;
  #isEditing = false;

  constructor(host: LitElement, scope: FocusScope) {
    this.#host = host;
    this.#scope = scope;
    host.addController(this);
  }

  /** The cell that has the tab stop. */
  get line(): number {
    const row = this.#sku === undefined ? undefined : this.#scope.rowOf(this.#sku);
    if (row === undefined) return 0;
    const layout = this.#scope.layout();
    const line = layout.lineOf({ row, isNote: false });
    return this.#isNote && layout.at(line + 1).isNote ? line + 1 : line;
  }

  /** Whether the focus is in the field of the cell, and not on the cell. */
  get isEditing(): boolean {
    return this.#isEditing;
  }

  set isEditing(isEditing: boolean) {
    if (isEditing === this.#isEditing) return;
    this.#isEditing = isEditing;
    this.#host.requestUpdate();
  }

  get row(): number {
    return this.#scope.layout().at(this.line).row;
  }

  get column(): number {
    const most = this.#scope.columnCount() - 1;
    return Math.min(this.#column ?? most, most);
  }

  set column(column: number) {
    this.#column = column;
  }

  /** Remembers where the focus went by itself: by a click, by the tab key. */
  note(line: number, column: number | undefined): void {
    if (this.#sku !== undefined && line === this.line && (column ?? this.column) === this.column) return;
    const place = this.#scope.layout().at(line);
    this.#sku = this.#scope.skuAt(place.row);
    this.#isNote = place.isNote;
    if (column !== undefined) this.#column = column;
    this.#host.requestUpdate();
  }

  /** Moves the focus to a cell, wherever it is. */
  moveTo(line: number, column: number): void {
    this.note(Math.min(Math.max(line, 0), this.#scope.layout().lineCount - 1), column);
    this.#isWanted = true;
    this.#host.requestUpdate();
  }

  /** To the row below or above, past notes. */
  moveRow(by: number, column = this.column): void {
    const layout = this.#scope.layout();
    const row = Math.min(Math.max(this.row + by, 0), layout.rowCount - 1);
    this.moveTo(layout.lineOf({ row, isNote: false }), column);
  }

  /** @returns whether the key moved the focus */
  handleKey(event: KeyboardEvent): boolean {
    const { layout, columnCount, isRightToLeft } = this.#scope;
    const place = placeAfter(event, this, {
      lines: layout().lineCount,
      columns: columnCount(),
      page: pageOf(layout()),
      isRightToLeft: isRightToLeft(),
    });
    if (!place) return false;
    this.moveTo(place.line, place.column);
    return true;
  }

  /** The cell in the page; undefined while nothing is drawn. */
  cell(): HTMLElement | undefined {
    const line = this.#host.renderRoot.querySelector(`[aria-rowindex="${this.line + 2}"]`);
    const cells = line?.querySelectorAll<HTMLElement>('[data-cell]');
    return cells?.[Math.min(this.column, cells.length - 1)];
  }

  hostUpdate(): void {
    const focused = this.#focused;
    this.#held = focused?.closest<HTMLElement>('[data-line]') ? (focused as HTMLElement) : undefined;
  }

  hostUpdated(): void {
    // After this update: what hears the focus may ask for the next one.
    queueMicrotask(() => this.#settle());
  }

  #settle(): void {
    if (this.#isWanted) {
      this.#isWanted = false;
      this.isEditing = false;
      const cell = this.cell();
      cell?.focus({ preventScroll: true });
      cell?.closest('[data-line]')?.scrollIntoView({ block: 'nearest' });
    } else if (this.#held?.isConnected && this.#focused === null) {
      // Moved in the document by a scroll, an element loses the focus.
      this.#held.focus({ preventScroll: true });
    }
  }

  get #focused(): Element | null {
    return (this.#host.renderRoot as ShadowRoot).activeElement;
  }
}

const pageOf = (layout: Layout): number =>
  Math.max(1, Math.floor((innerHeight * 0.7) / Math.max(1, layout.height / Math.max(1, layout.lineCount))));
