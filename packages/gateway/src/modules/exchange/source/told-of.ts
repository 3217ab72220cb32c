import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import type { SourceRow } from './source-row.js';

/** Price types and warehouses by their ids in 1C. */
export interface ToldOf {
  readonly priceTypes: ReadonlySet<string>;
  readonly warehouses: ReadonlySet<string>;
}

/** Adds what a row speaks of. */
export function addTold(
  told: { readonly priceTypes: Set<string>; readonly warehouses: Set<string> },
  { kind, id, prices, rests }: SourceRow,
): void {
  if (kind === 'priceType') told.priceTypes.add(id);
  if (kind === 'warehouse') told.warehouses.add(id);
  for (const type in prices) told.priceTypes.add(type);
  for (const warehouse in rests) told.warehouses.add(warehouse);
}

/**
 * Remembers when 1C last spoke of price types and warehouses. What it left as it was then is as fresh as what it changed: an
 * exchange of changes says of the rest that it still holds.
 */
export async function noteTold(db: Kysely<Tables>, told: ToldOf, now: Date): Promise<void> {
  for (const [table, ids] of [
    ['price_type', told.priceTypes],
    ['warehouse', told.warehouses],
  ] as const) {
    if (ids.size === 0) continue;
    await sql`
      update ${sql.table(table)} set told_at = ${now}::timestamptz
      where external_id = any(${[...ids]}::text[]) and (told_at is null or told_at < ${now}::timestamptz)`.execute(
      db,
    );
  }
}
