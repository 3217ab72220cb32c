import { sql, type Transaction } from 'kysely';

import { json } from '../database/json.js';
import type { Tables } from '../database/tables.js';
import type { BalanceColumns, PriceColumns, RowsOf } from './demo-rows.js';

const chunkRows = 5000;
const chunkValues = 25_000;

/** Inserts rows of one table; the table itself tells the types of the columns. */
export async function insertRows<Table extends keyof Tables>(transaction: Transaction<Tables>, table: Table, rows: RowsOf<Table>): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const columns = sql.join(names.map((name) => sql.ref(name)));
  for (let start = 0; start < rows.length; start += chunkRows) {
    const chunk = `[${rows.slice(start, start + chunkRows).map((row) => rowText(names, row)).join(',')}]`;
    await sql`insert into ${sql.table(table)} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${chunk}::json)`.execute(transaction);
  }
}

/** A row as JSON. What is written into a jsonb column is JSON already and stands as it is. */
function rowText(names: readonly string[], row: object): string {
  return `{${names.map((name) => `"${name}":${valueText((row as Record<string, unknown>)[name])}`).join(',')}}`;
}

function valueText(value: unknown): string {
  return typeof value === 'string' && (value.startsWith('{') || value.startsWith('[')) ? value : json(value);
}

/** Inserts prices. */
export async function insertPrices(transaction: Transaction<Tables>, prices: PriceColumns, updatedAt: Date): Promise<void> {
  for (let start = 0; start < prices.variants.length; start += chunkValues) {
    const part = (values: readonly (string | number)[]): string => `{${values.slice(start, start + chunkValues).join(',')}}`;
    await sql`
      insert into price (price_type_id, variant_id, min_quantity, valid_from, valid_to, amount, updated_at)
      select *, ${updatedAt}::timestamptz from unnest(${part(prices.priceTypes)}::text[], ${part(prices.variants)}::int[], ${part(prices.minQuantities)}::numeric[],
        ${part(prices.validFrom)}::timestamptz[], ${part(prices.validTo)}::timestamptz[], ${part(prices.amounts)}::numeric[])`.execute(transaction);
  }
}

/** Inserts balances. */
export async function insertBalances(transaction: Transaction<Tables>, balances: BalanceColumns, updatedAt: Date): Promise<void> {
  for (let start = 0; start < balances.variants.length; start += chunkValues) {
    const part = (values: readonly (string | number)[]): string => `{${values.slice(start, start + chunkValues).join(',')}}`;
    await sql`
      insert into balance (variant_id, warehouse_id, quantity, reserved, updated_at)
      select *, ${updatedAt}::timestamptz from unnest(${part(balances.variants)}::int[], ${part(balances.warehouses)}::text[], ${part(balances.quantities)}::numeric[], ${part(balances.reserved)}::numeric[])`.execute(transaction);
  }
}
