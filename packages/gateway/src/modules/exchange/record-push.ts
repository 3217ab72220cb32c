import type { RowOutcome } from '@kontor/contract';
import type { Kysely } from 'kysely';

import type { Tables } from '../../database/tables.js';
import { beginRun, endRun, forgetRuns, problemsKept, writeProblems } from './journal.js';

/** Notes a push of another system in the journal; one that changed nothing and had no problem leaves no trace. */
export async function recordPush(
  db: Kysely<Tables>,
  { kind, now, outcomes }: { kind: string; now: Date; outcomes: readonly RowOutcome[] },
): Promise<void> {
  const written = outcomes.filter(({ status }) => status === 'written').length;
  const refused = outcomes.flatMap(({ reason, detail }, row) => (reason ? [{ reason, detail, row }] : []));
  if (written + refused.length === 0) return;
  const run = await beginRun(db, { channel: 'push', kind, now });
  await writeProblems(
    db,
    run,
    null,
    refused.slice(0, problemsKept).map(({ reason, detail, row }) => ({
      severity: 'warning',
      code: reason,
      message: `Row ${String(row + 1)} was rejected`,
      recordId: detail,
    })),
  );
  await endRun(db, run, { now, summary: { changes: { [kind]: written } } });
  await forgetRuns(db, now);
}
