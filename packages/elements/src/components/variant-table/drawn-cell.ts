import type { Column } from './columns.js';
import type { CellContent } from './row-cells.js';

/** Makes the markup that every row of these columns is a copy of. */
export function createCell(column: Column, index: number): HTMLElement {
  const cell = document.createElement('div');
  cell.className = column.isNumeric ? `${column.key} num` : column.key;
  cell.setAttribute('role', index === 0 ? 'rowheader' : 'gridcell');
  cell.dataset['cell'] = String(index);
  cell.tabIndex = -1;
  const tag = labels[column.key];
  const label = tag === undefined ? cell : cell.appendChild(document.createElement(tag));
  label.append('');
  return cell;
}

/** Texts that have a tone are in an element of their own, the others in the cell itself. */
const labels: Partial<Record<Column['key'], 'b' | 'span'>> = {
  item: 'b',
  stock: 'span',
  price: 'b',
  quantity: 'span',
  sum: 'b',
};

/** One cell on the page. What it says already is not written again. */
export class DrawnCell {
  readonly element: HTMLElement;
  readonly #label: HTMLElement;
  readonly #text: Text;
  #small: HTMLElement | undefined;
  #said: CellContent | undefined;

  /** @param element a copy of what {@link createCell} made */
  constructor(element: HTMLElement) {
    this.element = element;
    this.#label = (element.firstElementChild as HTMLElement | null) ?? element;
    this.#text = this.#label.firstChild as Text;
  }

  say(content: CellContent): void {
    const said = this.#said;
    this.#said = content;
    if (content.text !== said?.text) this.#text.data = content.text;
    if (content.tone !== (said?.tone ?? '')) this.#label.className = content.tone;
    if (content.small !== (said?.small ?? '')) this.#saySmall(content.small);
    if (this.#small && content.smallTone !== said?.smallTone) this.#small.className = content.smallTone;
  }

  #saySmall(text: string): void {
    this.#small ??= document.createElement('small');
    this.#small.textContent = text;
    if (text === '') this.#small.remove();
    else if (!this.#small.parentNode) this.element.append(this.#small);
  }
}
