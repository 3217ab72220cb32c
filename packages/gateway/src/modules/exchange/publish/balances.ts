import { sql } from 'kysely';

import { compare, decimal, decimalText, round } from '../../../money/decimal.js';
import { totalStock } from '../source/source-row.js';
import { list } from './list.js';
import type { Publishing } from './publishing.js';
import { writeWarehouses } from './warehouses.js';

const digits = 6;
const largest = decimal('999999999');

/**
 * Makes stock of variants what 1C tells. A total counts only where no warehouse is told: it then lies in a warehouse of its
 * own. What 1C has promised twice, a negative quantity, is none.
 */
export async function writeBalances(
  publishing: Publishing,
  variants: ReadonlyMap<string, number>,
  told: ReadonlyMap<string, Readonly<Record<string, string>>>,
): Promise<void> {
  const { db, now } = publishing;
  const spoken = [...variants].filter(([id]) => told.has(id));
  if (spoken.length === 0) return;
  const rests = spoken.flatMap(([id, variant]) =>
    restsOf(told.get(id) ?? {}).map((rest) => ({ variant, ...rest })),
  );
  const warehouses = await liveWarehouses(publishing, [...new Set(rests.map(({ warehouse }) => warehouse))]);
  const { rows } = await sql<{ count: number }>`
    with desired as (
      select * from unnest(
        ${list(rests.map(({ variant }) => variant))}::int[],
        ${list(rests.map(({ warehouse }) => warehouses.get(warehouse) ?? ''))}::text[],
        ${list(rests.map(({ quantity }) => quantity))}::numeric[]) as d (variant_id, warehouse_id, quantity)),
    emptied as (
      update balance b set quantity = 0, updated_at = ${now}::timestamptz
      from warehouse w
      where b.variant_id = any(${list(spoken.map(([, id]) => id))}::int[]) and w.id = b.warehouse_id and w.external_id is not null
        and b.quantity <> 0
        and not exists (select from desired d where d.variant_id = b.variant_id and d.warehouse_id = b.warehouse_id)
      returning 1),
    written as (
      insert into balance as b (variant_id, warehouse_id, quantity, updated_at)
      select variant_id, warehouse_id, quantity, ${now}::timestamptz from desired
      on conflict (variant_id, warehouse_id) do update set quantity = excluded.quantity, updated_at = excluded.updated_at
        where b.quantity <> excluded.quantity
      returning 1)
    select ((select count(*) from emptied) + (select count(*) from written))::int as count`.execute(db);
  publishing.changes.balances += rows[0]?.count ?? 0;
}

function restsOf(told: Readonly<Record<string, string>>): { warehouse: string; quantity: string }[] {
  const byWarehouse = Object.entries(told).filter(([warehouse]) => warehouse !== totalStock);
  const counted = byWarehouse.length > 0 ? byWarehouse : Object.entries(told);
  return counted.map(([warehouse, quantity]) => ({ warehouse, quantity: bounded(quantity) }));
}

function bounded(quantity: string): string {
  const value = round(decimal(quantity), digits);
  if (value.units < 0n) return '0';
  return decimalText(compare(value, largest) > 0 ? largest : value);
}

/** Warehouses by the id of 1C; those that nobody declares get their id for a name. */
async function liveWarehouses(
  publishing: Publishing,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { db, settings } = publishing;
  const read = async (): Promise<Map<string, string>> => {
    const rows = await db
      .selectFrom('warehouse')
      .select(['id', 'external_id as externalId'])
      .where('external_id', 'is not', null)
      .execute();
    return new Map(rows.map(({ id, externalId }) => [externalId ?? '', id]));
  };
  const known = await read();
  const missing = wanted.filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  await writeWarehouses(
    publishing,
    missing.map((id) => ({
      id,
      name: id === totalStock ? 'Склад' : id,
      location: { country: settings.country, city: '' },
    })),
  );
  return read();
}
