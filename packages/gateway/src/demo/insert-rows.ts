import { sql, type Transaction } from 'kysely';

import { json } from '../database/json.js';
import type { Tables } from '../database/tables.js';
import type { BalanceColumns, PriceColumns } from './demo-rows.js';

const chunkRows = 5000;
const chunkValues = 20_000;

/** Inserts rows of one table; the table itself tells the types of the columns. */
export async function insertRows(transaction: Transaction<Tables>, table: keyof Tables, rows: readonly object[]): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
  for (let start = 0; start < rows.length; start += chunkRows) {
    const chunk = json(rows.slice(start, start + chunkRows).map(withParsedArrays));
    await sql`insert into ${sql.table(table)} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${chunk}::json)`.execute(transaction);
  }
}

/** A jsonb value is a JSON text by contract; inside a JSON document it stands unquoted. */
function withParsedArrays(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'string' && /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : (value as unknown)]));
}

/** Inserts prices. */
export async function insertPrices(transaction: Transaction<Tables>, prices: PriceColumns, updatedAt: Date): Promise<void> {
  for (let start = 0; start < prices.variants.length; start += chunkValues) {
    const part = <Value>(values: readonly Value[]): Value[] => values.slice(start, start + chunkValues);
    await sql`
      insert into price (price_type_id, variant_id, min_quantity, valid_from, valid_to, amount, updated_at)
      select *, ${updatedAt}::timestamptz from unnest(${part(prices.priceTypes)}::text[], ${part(prices.variants)}::int[], ${part(prices.minQuantities)}::numeric[],
        ${part(prices.validFrom)}::timestamptz[], ${part(prices.validTo)}::timestamptz[], ${part(prices.amounts)}::numeric[])`.execute(transaction);
  }
}

/** Inserts balances. */
export async function insertBalances(transaction: Transaction<Tables>, balances: BalanceColumns, updatedAt: Date): Promise<void> {
  for (let start = 0; start < balances.variants.length; start += chunkValues) {
    const part = <Value>(values: readonly Value[]): Value[] => values.slice(start, start + chunkValues);
    await sql`
      insert into balance (variant_id, warehouse_id, quantity, reserved, updated_at)
      select *, ${updatedAt}::timestamptz from unnest(${part(balances.variants)}::int[], ${part(balances.warehouses)}::text[], ${part(balances.quantities)}::numeric[], ${part(balances.reserved)}::numeric[])`.execute(transaction);
  }
}
