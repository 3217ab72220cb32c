/** A place in a grid: line and column by number. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a grid is like where a key is pressed. */
export interface GridSize {
  readonly lines: number;
  readonly columns: number;
  /** Lines that PageUp and PageDown go by. */
  readonly page: number;
  readonly isRightToLeft: boolean;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * Where a key leads by the grid pattern of the ARIA Authoring Practices; undefined when it is no key of the grid.
 * The place is always one of the grid.
 */
export function placeAfter(
  { key, ctrlKey, metaKey, altKey, shiftKey }: Key,
  { line, column }: Place,
  { lines, columns, page, isRightToLeft }: GridSize,
): Place | undefined {
  if (altKey || shiftKey) return undefined;
  const toEdge = ctrlKey || metaKey;
  const forward = isRightToLeft ? -1 : 1;
  const [firstColumn, lastColumn] = [0, columns - 1];
  const to = (nextLine: number, nextColumn: number): Place => ({
    line: Math.min(Math.max(nextLine, 0), lines - 1),
    column: Math.min(Math.max(nextColumn, firstColumn), lastColumn),
  });
  switch (key) {
    case 'ArrowDown':
      return to(toEdge ? lines - 1 : line + 1, column);
    case 'ArrowUp':
      return to(toEdge ? 0 : line - 1, column);
    case 'ArrowRight':
      return to(line, toEdge ? (forward > 0 ? lastColumn : firstColumn) : column + forward);
    case 'ArrowLeft':
      return to(line, toEdge ? (forward > 0 ? firstColumn : lastColumn) : column - forward);
    case 'Home':
      return to(toEdge ? 0 : line, firstColumn);
    case 'End':
      return to(toEdge ? lines - 1 : line, lastColumn);
    case 'PageDown':
      return to(line + page, column);
    case 'PageUp':
      return to(line - page, column);
    default:
      return undefined;
  }
}

/** Whether a key begins a quantity: a digit or a sign of fractions. */
export const beginsQuantity = ({ key, ctrlKey, metaKey, altKey }: Key): boolean =>
  !ctrlKey && !metaKey && !altKey && /^[\d.,]$/.test(key);
