import type { RowOutcome } from '@kontor/contract';
import type { Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';

/** What rows from other systems are written with. */
export interface Writing {
  /** The unscoped database in a transaction: other systems of the supplier speak of all companies. */
  readonly db: Kysely<Tables>;
  readonly now: Date;
}

export type Reason = NonNullable<RowOutcome['reason']>;

/** A row that changes nothing, and why. */
export const rejected = (reason: Reason, detail?: string): RowOutcome => ({
  status: 'rejected',
  reason,
  ...(detail === undefined ? {} : { detail }),
});

/** Rows with what became of each. */
export interface Judged<Row> {
  /** Rows to write, by the key of what they say the whole of. */
  readonly accepted: ReadonlyMap<string, Row>;
  /** One outcome a row, in order. @param changed keys of what was written */
  outcomes(changed: ReadonlySet<string>): RowOutcome[];
}

/**
 * Tells rows that can be written from those that cannot. Of two rows that say the whole of the same thing the second is rejected.
 * @param judge gives the key and the row to write, or why not
 */
export function judgeRows<Given, Row>(
  rows: readonly Given[],
  judge: (row: Given) => { readonly key: string; readonly row: Row } | RowOutcome,
): Judged<Row> {
  const accepted = new Map<string, Row>();
  const judged = rows.map((given): RowOutcome | string => {
    const verdict = judge(given);
    if (!('key' in verdict)) return verdict;
    if (accepted.has(verdict.key)) return rejected('told_twice');
    accepted.set(verdict.key, verdict.row);
    return verdict.key;
  });
  return {
    accepted,
    outcomes: (changed) =>
      judged.map((verdict) =>
        typeof verdict === 'string' ? { status: changed.has(verdict) ? 'written' : 'unchanged' } : verdict,
      ),
  };
}

/** Parts of a key as one text. */
export const keyOf = (...parts: readonly (string | number | null)[]): string => JSON.stringify(parts);
