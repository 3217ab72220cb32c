import type { AnalogueRow, ExchangeProblemCode } from '@kontor/contract';
import { sql } from 'kysely';

import { bumpCatalog } from '../catalog/service.js';
import { recordTable, type JournalProblem } from '../exchange/service.js';
import type { AnalogueLine, AnalogueTable } from './analogue-table.js';
import { writeAnalogues } from './analogues.js';
import { findNamedVariants, type NamedVariant, type NamedVariants } from './named-variants.js';
import type { Writing } from './writing.js';

export interface ApplyTable {
  /** Name of the file, for the journal. */
  readonly name: string;
  /** Variants of which the table does not speak lose the analogues that no exchange of 1C told. */
  readonly isEverything: boolean;
}

/** What a table of analogues did. */
export interface AppliedTable {
  /** Variants that have other analogues now. */
  readonly changed: number;
  readonly unchanged: number;
  /** Lines that were left out, in their order. */
  readonly problems: readonly JournalProblem[];
  /** Run of the journal. */
  readonly run: number;
}

/** Variants of one step. */
const atOnce = 1000;

/**
 * Makes analogues what a table says: of a variant that it names they are those of the table, in its order, besides those that the
 * exchange of 1C told. A line that cannot be taken is left out and told, the others count; the same table again changes nothing.
 */
export async function applyAnalogueTable(
  writing: Writing,
  { lines }: Pick<AnalogueTable, 'lines'>,
  { name, isEverything }: ApplyTable,
): Promise<AppliedTable> {
  const { db, now } = writing;
  // As for a push: two of them would both want to make the same links.
  await sql`select pg_advisory_xact_lock(hashtext('kontor_integration'))`.execute(db);
  const find = await findNamedVariants(
    db,
    lines.flatMap(({ variant, analogue }) => [variant, analogue]),
  );
  const problems: JournalProblem[] = [];
  const spoken = new Map<number, AnalogueRow>();
  const told = new Set<string>();
  for (const line of lines) {
    const judged = judge(line, find);
    if ('problem' in judged) {
      problems.push(judged.problem);
      continue;
    }
    const { variant, analogue } = judged;
    const key = `${String(variant.id)} ${String(analogue.id)}`;
    if (told.has(key)) {
      problems.push(problemOf(line, 'told_twice', line.analogue, 'This link is told by an earlier line'));
      continue;
    }
    told.add(key);
    const row = spoken.get(variant.id) ?? { variant: { sku: variant.sku }, analogues: [] };
    row.analogues.push(judged.link);
    spoken.set(variant.id, row);
  }
  let changed = 0;
  const rows = [...spoken.values()];
  for (let index = 0; index < rows.length; index += atOnce) {
    const outcomes = await writeAnalogues(writing, rows.slice(index, index + atOnce));
    changed += outcomes.filter(({ status }) => status === 'written').length;
  }
  const unchanged = rows.length - changed;
  if (isEverything) changed += await removeOthers(writing, [...spoken.keys()]);
  const run = await recordTable(db, { kind: 'analogues', name, now, rows: lines.length, changed, problems });
  return { changed, unchanged, problems, run };
}

type Judged =
  | { readonly problem: JournalProblem }
  | {
      readonly variant: NamedVariant;
      readonly analogue: NamedVariant;
      readonly link: AnalogueRow['analogues'][number];
    };

function judge(line: AnalogueLine, find: NamedVariants): Judged {
  const { reason, ratio } = line;
  const refused = (code: ExchangeProblemCode, about: string, message: string): Judged => ({
    problem: problemOf(line, code, about, message),
  });
  if (line.variant === '' || line.analogue === '')
    return refused(
      'incomplete_line',
      line.variant || line.analogue,
      'A line names a variant and its analogue',
    );
  for (const name of [line.variant, line.analogue]) {
    const found = find(name);
    if (found.length === 0) return refused('unknown_variant', name, 'Nothing here has this SKU or id');
    if (found.length > 1) {
      const skus = found.slice(0, 5).map(({ sku }) => sku);
      return refused(
        'ambiguous_variant',
        name,
        `It may be each of ${String(found.length)} variants: ${skus.join(', ')}${found.length > 5 ? ', …' : ''}`,
      );
    }
  }
  const [[variant], [analogue]] = [find(line.variant), find(line.analogue)];
  if (!variant || !analogue || variant.id === analogue.id)
    return refused('self_reference', line.analogue, 'A variant is no analogue of itself');
  if (reason === 'unknown')
    return refused(
      'unknown_reason',
      line.analogue,
      'The kind is one of equivalent, newer, cheaper, competitor (равноценный, новее, дешевле, конкурент)',
    );
  if (ratio === 'wrong')
    return refused('wrong_ratio', line.analogue, 'The ratio is a number larger than 0, up to 6 decimals');
  return { variant, analogue, link: { variant: { sku: analogue.sku }, reason, ratio } };
}

const problemOf = (
  { line }: AnalogueLine,
  code: ExchangeProblemCode,
  recordId: string,
  message: string,
): JournalProblem => ({ severity: 'warning', code, message, recordId, line });

/** @returns how many variants lost analogues */
async function removeOthers({ db }: Writing, spoken: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with removed as (
      delete from analogue where not is_from_1c and not variant_id = any(${[...spoken]}::int[]) returning variant_id)
    select count(distinct variant_id)::int as count from removed`.execute(db);
  const count = rows[0]?.count ?? 0;
  if (count > 0) await bumpCatalog(db);
  return count;
}
