import { DrawnCell } from './drawn-cell.js';
import type { CellContent } from './row-cells.js';

/** What a field of a quantity shows. */
export interface FieldContent {
  readonly label: string;
  readonly value: string;
  readonly isInvalid: boolean;
}

/** The cell of a quantity: a field, or a text where there is nothing to order. */
export class DrawnField {
  readonly #cell: DrawnCell;
  readonly #text: Element | null;
  #field: HTMLInputElement | undefined;
  #label = '';

  constructor(element: HTMLElement) {
    this.#cell = new DrawnCell(element);
    this.#text = element.firstElementChild;
  }

  say(content: CellContent): void {
    if (this.#text && this.#field?.parentNode) this.#field.replaceWith(this.#text);
    this.#cell.say(content);
  }

  offer({ label, value, isInvalid }: FieldContent): void {
    const field = (this.#field ??= createField());
    if (!field.parentNode) this.#text?.replaceWith(field);
    if (label !== this.#label) field.ariaLabel = this.#label = label;
    // Where the text is right already, the caret stays where it is.
    if (field.value !== value) field.value = value;
    if (isInvalid !== (field.ariaInvalid === 'true')) field.ariaInvalid = isInvalid ? 'true' : null;
  }
}

let model: HTMLInputElement | undefined;

function createField(): HTMLInputElement {
  if (!model) {
    model = document.createElement('input');
    model.tabIndex = -1;
    model.inputMode = 'decimal';
    model.autocomplete = 'off';
    model.enterKeyHint = 'next';
    model.placeholder = '0';
  }
  return model.cloneNode() as HTMLInputElement;
}
