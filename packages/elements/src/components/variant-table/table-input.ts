import type { Analogue } from '@kontor/sdk';
import type { ShopCore } from '@kontor/state';
import type { LitElement } from 'lit';

import type { Words } from '../../locale/words.js';
import { parseQuantity } from '../quantity/parse-quantity.js';
import { CartVerbs } from './cart-verbs.js';
import { handleGridKey } from './edit-keys.js';
import type { GridFocus } from './grid-focus.js';
import { pasteOutcomes } from './paste-report.js';
import { isBlock, readBlock, type Paste } from './pasted-block.js';
import { QuantityEditor } from './quantity-editor.js';
import type { TableModel } from './table-model.js';
import type { NotesBySku } from './table-notes.js';

/** What input works on. */
export interface InputScope {
  readonly shop: () => ShopCore | undefined;
  readonly words: () => Words;
  readonly tell: (event: Event) => boolean;
  readonly model: TableModel;
  readonly focus: GridFocus;
  readonly notes: () => NotesBySku;
}

/** Keys, typing, pasting and what they do to the cart; `news` is what there is to tell a listener. */
export class TableInput {
  readonly editor: QuantityEditor;
  readonly verbs: CartVerbs;
  /** The last block, as long as it can be taken back. */
  pasted: Paste | undefined;
  news = '';
  readonly #host: LitElement;
  readonly #scope: InputScope;

  constructor(host: LitElement, scope: InputScope) {
    this.#host = host;
    this.#scope = scope;
    this.verbs = new CartVerbs({ ...scope, onSaved: (skus) => this.#announce(skus) });
    this.editor = new QuantityEditor(host, {
      parse: (text) => (text.trim() === '' ? '0' : parseQuantity(text, scope.words().locale)),
      save: (sku, quantity) => this.verbs.set(sku, quantity),
    });
  }

  /** Listens in the body of the grid. */
  readonly handleKey = (event: KeyboardEvent): void =>
    handleGridKey(event, {
      focus: this.#scope.focus,
      editor: this.editor,
      edit: (text) => this.#edit(text),
      clear: () => this.verbs.set(this.#sku ?? '', '0'),
      undo: () => this.undo(),
    });

  readonly handleFocus = ({ target }: FocusEvent): void => {
    const cell = (target as Element).closest<HTMLElement>('[data-cell]');
    const line = cell?.closest<HTMLElement>('[data-line]');
    if (!cell || !line) return;
    const { focus } = this.#scope;
    focus.isEditing = target instanceof HTMLInputElement;
    const isNote = line.classList.contains('under');
    focus.note(Number(line.dataset['line']), isNote ? undefined : Number(cell.dataset['cell']));
  };

  readonly handleBlur = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.#scope.focus.isEditing = false;
    this.editor.commit();
  };

  readonly handleInput = ({ target }: InputEvent): void => {
    const field = target as HTMLInputElement;
    const sku = field.closest<HTMLElement>('[data-sku]')?.dataset['sku'];
    if (sku !== undefined) this.editor.type(sku, field.value);
  };

  readonly handlePaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const isInField = event.composedPath()[0] instanceof HTMLInputElement;
    if (text === '' || (isInField && !isBlock(text)) || this.#quantityColumn < 0) return;
    event.preventDefault();
    this.editor.cancel();
    const { model, focus, words } = this.#scope;
    const rows = readBlock(text, {
      from: model.rows.slice(focus.row),
      bySku: model.bySku,
      parse: (cell) => parseQuantity(cell, words().locale),
    });
    this.pasted = this.verbs.paste(rows);
    this.#host.requestUpdate();
  };

  /** Takes the last block back. @returns whether there was one */
  undo(): boolean {
    if (!this.pasted) return false;
    this.verbs.undo(this.pasted);
    this.pasted = undefined;
    this.say(this.#scope.words().t('table.undone'));
    return true;
  }

  /** The last block stays as it is now. */
  forget(): void {
    this.pasted = undefined;
    this.#host.requestUpdate();
  }

  take(sku: string, analogue: Analogue): void {
    this.verbs.replace(sku, analogue);
    this.say(this.#scope.words().t('table.taken', { sku: analogue.variant.sku }));
  }

  say(news: string): void {
    this.news = news;
    this.#host.requestUpdate();
  }

  get #sku(): string | undefined {
    return this.#scope.model.rows[this.#scope.focus.row]?.sku;
  }

  get #quantityColumn(): number {
    return this.#scope.model.columns.findIndex(({ key }) => key === 'quantity');
  }

  /** The quantity of the row with the focus, under the keyboard. */
  #edit(text?: string): void {
    const sku = this.#sku;
    const column = this.#quantityColumn;
    if (sku === undefined || column < 0) return;
    const { focus } = this.#scope;
    focus.moveRow(0, column);
    if (text !== undefined) this.editor.type(sku, text);
    void this.#host.updateComplete.then(() => {
      const field = focus.cell()?.querySelector('input');
      field?.focus({ preventScroll: true });
      // A window in the background gets no event of that.
      focus.isEditing = field !== undefined && field !== null;
      if (text === undefined) field?.select();
      else field?.setSelectionRange(text.length, text.length);
    });
  }

  /** What was saved otherwise than asked, row by row. */
  #announce(skus: readonly string[]): void {
    const shop = this.#scope.shop();
    if (!shop || !this.#host.isConnected) return;
    const words = this.#scope.words();
    const notes = this.#scope.notes();
    const texts = this.pasted
      ? [
          words.t('table.pasted', { n: this.pasted.undo.length }),
          ...pasteOutcomes(words, this.pasted, shop.cart).map(({ text }) => text),
        ]
      : skus.map((sku) => {
          const note = notes.get(sku);
          return note === undefined || note === 'analogue' ? '' : note.text;
        });
    const told = texts.filter(Boolean).join('. ');
    if (told) this.say(told);
  }
}
