import type { Column } from './columns.js';
import { createCell, DrawnCell } from './drawn-cell.js';
import { DrawnField } from './drawn-field.js';
import { contentOf, quantityInCart, type CellScope, type RowView } from './row-cells.js';

/** Where a row stands. */
export interface RowPlace {
  /** Pixels from the top of the body. */
  readonly top: number;
  /** Number of its line in the grid. */
  readonly line: number;
}

/** Makes the row that all rows of these columns are copies of. */
export function createRow(columns: readonly Column[]): HTMLElement {
  const row = document.createElement('div');
  row.className = 'row';
  row.part.add('row');
  row.role = 'row';
  row.append(...columns.map(createCell));
  return row;
}

/** One row on the page; another variant takes it over when this one is scrolled away. Only what has changed is written. */
export class DrawnRow {
  readonly element: HTMLElement;
  readonly #cells: readonly (DrawnCell | DrawnField)[];
  #place: RowPlace = { top: -1, line: -1 };
  #row: RowView | undefined;
  #scope: CellScope | undefined;

  constructor(element: HTMLElement) {
    this.element = element;
    this.#cells = Array.from(element.children, (cell) =>
      cell.classList.contains('quantity')
        ? new DrawnField(cell as HTMLElement)
        : new DrawnCell(cell as HTMLElement),
    );
  }

  cell(column: number): HTMLElement | undefined {
    return this.element.children[column] as HTMLElement | undefined;
  }

  stand(place: RowPlace): void {
    const { element } = this;
    if (place.top !== this.#place.top) element.style.transform = `translateY(${place.top}px)`;
    if (place.line !== this.#place.line) {
      element.setAttribute('aria-rowindex', String(place.line + 2));
      element.dataset['line'] = String(place.line);
    }
    this.#place = place;
  }

  show(row: RowView, columns: readonly Column[], scope: CellScope): void {
    const former = this.#row;
    const { variant, view, price, stock, draft } = row;
    if (
      this.#scope === scope &&
      former?.variant === variant &&
      former.view === view &&
      former.price === price &&
      former.stock === stock &&
      former.draft === draft
    )
      return;
    if (former?.variant !== variant) this.element.dataset['sku'] = variant.sku;
    const isChosen = view !== undefined && view.quantity !== '0';
    this.element.classList.toggle('chosen', isChosen);
    for (const [index, column] of columns.entries()) this.#showCell(index, column, row, scope);
    this.#row = row;
    this.#scope = scope;
  }

  #showCell(index: number, column: Column, row: RowView, scope: CellScope): void {
    const cell = this.#cells[index];
    const content = contentOf(column, row, scope);
    if (content) cell?.say(content);
    else if (cell instanceof DrawnField)
      cell.offer({
        label: scope.words.t('quantity.labelOf', { name: row.variant.name }),
        value: row.draft?.text ?? quantityInCart(row.view, scope.words),
        isInvalid: row.draft?.isInvalid ?? false,
      });
  }
}
