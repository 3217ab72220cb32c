import type { GridFocus } from './grid-focus.js';
import { beginsQuantity } from './grid-keys.js';
import type { QuantityEditor } from './quantity-editor.js';

/** What keys work on. */
export interface EditScope {
  readonly focus: GridFocus;
  readonly editor: QuantityEditor;
  /** Into the quantity of the row, with a text instead of what is there. */
  readonly edit: (text?: string) => void;
  readonly clear: () => void;
  readonly undo: () => boolean;
}

/** One key anywhere in the body of the table. What it takes goes no further. */
export function handleGridKey(event: KeyboardEvent, scope: EditScope): void {
  const { target } = event;
  const isTaken =
    target instanceof HTMLInputElement
      ? handleInField(event, scope)
      : target instanceof HTMLButtonElement
        ? handleOnButton(event, target, scope)
        : handleOnCell(event, scope);
  if (!isTaken) return;
  event.preventDefault();
  event.stopPropagation();
}

function handleInField(event: KeyboardEvent, { focus, editor }: EditScope): boolean {
  switch (event.key) {
    case 'Escape':
      editor.cancel();
      focus.moveRow(0);
      return true;
    case 'Enter':
    case 'ArrowDown':
    case 'ArrowUp':
      editor.commit();
      // What is no quantity has to be seen to first.
      if (!editor.draft) focus.moveRow(event.key === 'ArrowUp' || event.shiftKey ? -1 : 1);
      return true;
    case 'PageDown':
    case 'PageUp':
      editor.commit();
      return focus.handleKey(event);
    default:
      return false;
  }
}

function handleOnButton(event: KeyboardEvent, button: HTMLElement, { focus }: EditScope): boolean {
  const { key } = event;
  if (key === 'Enter' || key === ' ' || key === 'Tab') return false;
  if (key === 'Escape') {
    focus.moveTo(focus.line, 0);
    return true;
  }
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const buttons = [...(button.closest('[data-cell]')?.querySelectorAll('button') ?? [])];
    const next = buttons[buttons.indexOf(button as HTMLButtonElement) + (key === 'ArrowRight' ? 1 : -1)];
    next?.focus();
    return true;
  }
  return focus.handleKey(event);
}

function handleOnCell(event: KeyboardEvent, { focus, edit, clear, undo }: EditScope): boolean {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if ((event.key === 'z' || event.key === 'я') && (event.ctrlKey || event.metaKey)) return undo();
  if (isPlain && (event.key === 'Enter' || event.key === 'F2')) {
    const button = focus.cell()?.querySelector('button');
    if (button) button.focus();
    else edit();
    return true;
  }
  if (beginsQuantity(event)) {
    edit(event.key);
    return true;
  }
  if (isPlain && (event.key === 'Delete' || event.key === 'Backspace')) {
    clear();
    return true;
  }
  return focus.handleKey(event);
}
