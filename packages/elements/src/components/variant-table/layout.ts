/** A row under another row: a correction, a shortage, an analogue. Its height is a multiple of the note's unit. */
export interface NotePlace {
  readonly row: number;
  readonly units: number;
}

/** A line of the grid: a row, or the note under it. */
export interface Line {
  readonly row: number;
  readonly isNote: boolean;
}

/** Where rows stand: all of one height, with notes under some of them. Pixels from the top of the body. */
export interface Layout {
  readonly height: number;
  readonly rowCount: number;
  readonly rowHeight: number;
  /** Rows and notes. */
  readonly lineCount: number;
  topOf(row: number): number;
  /** Row at a height, the note under it included. */
  rowAt(top: number): number;
  lineOf(line: Line): number;
  /** Line by its number, clamped to what there is. */
  at(line: number): Line;
}

/** @param notes by ascending row, one a row at most */
export function createLayout(
  { rowCount, rowHeight, noteHeight }: { rowCount: number; rowHeight: number; noteHeight: number },
  notes: readonly NotePlace[],
): Layout {
  const unitsBefore = [0];
  for (const { units } of notes) unitsBefore.push((unitsBefore.at(-1) ?? 0) + units);

  /** Number of notes under rows before this one. */
  const notesBefore = (row: number): number => lastWhere(notes.length, (index) => noteRow(index) < row) + 1;
  const noteRow = (index: number): number => notes[index]?.row ?? Infinity;
  const topOf = (row: number): number => row * rowHeight + (unitsBefore[notesBefore(row)] ?? 0) * noteHeight;
  const lineCount = rowCount + notes.length;

  return {
    height: topOf(rowCount),
    rowCount,
    rowHeight,
    lineCount,
    topOf,
    rowAt: (top) =>
      Math.max(
        0,
        lastWhere(rowCount, (row) => topOf(row) <= top),
      ),
    lineOf: ({ row, isNote }) => row + notesBefore(row) + (isNote ? 1 : 0),
    at(line) {
      const wanted = Math.min(Math.max(line, 0), lineCount - 1);
      const row = lastWhere(rowCount, (each) => each + notesBefore(each) <= wanted);
      return { row, isNote: row + notesBefore(row) < wanted };
    },
  };
}

/** The last index for which something holds that holds up to there; −1 when it never does. */
function lastWhere(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [-1, count - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
