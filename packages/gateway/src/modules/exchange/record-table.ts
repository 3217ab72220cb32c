import type { Kysely } from 'kysely';

import { json } from '../../database/json.js';
import type { Tables } from '../../database/tables.js';
import { beginRun, endRun, forgetRuns, problemsKept, writeProblems, type JournalProblem } from './journal.js';
import { noteFile } from './read-file.js';

/** Notes a table that somebody brought as a file in the journal. @returns its run */
export async function recordTable(
  db: Kysely<Tables>,
  {
    kind,
    name,
    now,
    rows,
    changed,
    problems,
  }: {
    readonly kind: string;
    readonly name: string;
    readonly now: Date;
    readonly rows: number;
    readonly changed: number;
    readonly problems: readonly JournalProblem[];
  },
): Promise<number> {
  const run = await beginRun(db, { channel: 'files', kind, now });
  const file = await noteFile(db, { run, name, now });
  await writeProblems(db, run, file, problems.slice(0, problemsKept));
  await db
    .updateTable('exchange_file')
    .set({ kind, status: 'done', finished_at: now, counts: json({ row: rows }) })
    .where('id', '=', file)
    .execute();
  await endRun(db, run, { now, summary: { changes: { [kind]: changed } } });
  await forgetRuns(db, now);
  return run;
}
