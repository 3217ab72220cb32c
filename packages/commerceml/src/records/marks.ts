import type { Row } from '../reader/row.js';

/** What exchanges of 2.09 and 3.1 say of every row. */
export interface Marks {
  /** Opaque version of the object in 1C (`НомерВерсии`): the same version, the same row. */
  readonly version: string | undefined;
  /** Marked for deletion in 1C (`ПометкаУдаления`). */
  readonly isDeleted: boolean | undefined;
}

export function readMarks(row: Row): Marks {
  return {
    version: row.text(row.element, 'НомерВерсии'),
    isDeleted: row.flag(row.element, 'ПометкаУдаления'),
  };
}
