import { mkdir, readFile } from 'node:fs/promises';

import type { Kysely } from 'kysely';

import { migrate } from '../database/migrate.js';
import type { Tables } from '../database/tables.js';
import { readAnalogueTable, type AnalogueTable } from '../modules/integration/analogue-table.js';
import { applyAnalogueTable, type AppliedTable } from '../modules/integration/apply-analogue-table.js';
import { dryRun } from './dry-run.js';
import type { Environment } from './environment.js';
import { createLog } from './log.js';
import { openDatabase } from './open-database.js';

export interface AnaloguesCommand {
  readonly environment: Environment;
  /** A table as CSV. */
  readonly path: string;
  /** Tells what would change and changes nothing. */
  readonly isDryRun: boolean;
  /** Variants of which the table does not speak lose what other tables gave them. */
  readonly isEverything: boolean;
  readonly say: (line: string) => void;
}

/**
 * `kontor analogues`: a table of analogues into the shop, whole or not at all.
 * @throws TableError when its first line does not name the columns
 */
export async function runAnalogues(command: AnaloguesCommand): Promise<AppliedTable> {
  const { environment, path, isDryRun, isEverything, say } = command;
  if (/\.(xlsx?|ods)$/i.test(path))
    throw new Error(`${path}: save the table as CSV first (in Excel: Save as, CSV).`);
  const table = readAnalogueTable(await readFile(path));
  await mkdir(environment.KONTOR_FOLDER, { recursive: true });
  const log = createLog({ level: environment.KONTOR_LOG_LEVEL });
  const { database, close } = await openDatabase(environment, log);
  try {
    await migrate(database);
    const work = (db: Kysely<Tables>): Promise<AppliedTable> =>
      applyAnalogueTable({ db, now: new Date() }, table, { name: path, isEverything });
    const applied = await (isDryRun
      ? dryRun(database.system, work)
      : database.system.transaction().execute(work));
    for (const line of linesOf(table, applied, isDryRun)) say(line);
    return applied;
  } finally {
    await close();
  }
}

/** Problems that are told on the terminal; the journal has more. */
const shown = 50;

function linesOf(
  { lines, ignoredColumns }: AnalogueTable,
  { changed, unchanged, problems, run }: AppliedTable,
  isDryRun: boolean,
): string[] {
  const count = (value: number): string => value.toLocaleString('en');
  return [
    ...problems
      .slice(0, shown)
      .map(
        ({ line, code, recordId, message }) =>
          `Line ${String(line)}: ${code} "${recordId ?? ''}". ${message}.`,
      ),
    ...(problems.length > shown ? [`… and ${count(problems.length - shown)} lines more.`] : []),
    ...(ignoredColumns.length > 0 ? [`Columns that mean nothing here: ${ignoredColumns.join(', ')}.`] : []),
    `${count(lines.length - problems.length)} of ${count(lines.length)} lines were taken.`,
    `${isDryRun ? 'Would change' : 'Changed'}: analogues of ${count(changed)} variants; ${count(unchanged)} are as they were.`,
    ...(isDryRun ? [] : [`The journal has it as run ${String(run)}.`]),
  ];
}
