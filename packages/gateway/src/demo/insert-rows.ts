import { sql, type Transaction } from 'kysely';

import { json } from '../database/json.js';
import type { Tables } from '../database/tables.js';
import type { BalanceColumns, PriceColumns, RowsOf } from './demo-rows.js';

const chunkRows = 5000;
const chunkValues = 25_000;

/** Inserts rows of one table; the table itself tells the types of the columns. */
export async function insertRows<Table extends keyof Tables>(
  transaction: Transaction<Tables>,
  table: Table,
  rows: RowsOf<Table>,
): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const columns = sql.join(names.map((name) => sql.ref(name)));
  for (let start = 0; start < rows.length; start += chunkRows) {
    const chunk = `[${rows
      .slice(start, start + chunkRows)
      .map((row) => rowText(names, row))
      .join(',')}]`;
    await sql`insert into ${sql.table(table)} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${chunk}::json)`.execute(
      transaction,
    );
  }
}

/** A row as JSON. What is written into a jsonb column is JSON already and stands as it is. */
function rowText(names: readonly string[], row: object): string {
  return `{${names.map((name) => `"${name}":${valueText((row as Record<string, unknown>)[name])}`).join(',')}}`;
}

function valueText(value: unknown): string {
  return typeof value === 'string' && (value.startsWith('{') || value.startsWith('[')) ? value : json(value);
}

/** Inserts prices: those without tiers and dates, nearly all, by price type with two columns only. */
export async function insertPrices(
  transaction: Transaction<Tables>,
  prices: PriceColumns,
  updatedAt: Date,
): Promise<void> {
  const isPlain = (index: number): boolean =>
    prices.validFrom[index] === '-infinity' &&
    prices.validTo[index] === 'infinity' &&
    prices.minQuantities[index] === '0';
  const { true: plain, false: others } = partition(prices.variants.length, isPlain);
  for (const [type, indexes] of grouped(plain, prices.priceTypes)) {
    for (const part of chunks(indexes)) {
      await sql`
        insert into price (price_type_id, variant_id, amount, updated_at)
        select ${type}, variant_id, amount, ${updatedAt}::timestamptz from unnest(${array(prices.variants, part)}::int[], ${array(prices.amounts, part)}::numeric[]) as p (variant_id, amount)`.execute(
        transaction,
      );
    }
  }
  for (const part of chunks(others)) {
    await sql`
      insert into price (price_type_id, variant_id, min_quantity, valid_from, valid_to, amount, updated_at)
      select *, ${updatedAt}::timestamptz from unnest(${array(prices.priceTypes, part)}::text[], ${array(prices.variants, part)}::int[], ${array(prices.minQuantities, part)}::numeric[],
        ${array(prices.validFrom, part)}::timestamptz[], ${array(prices.validTo, part)}::timestamptz[], ${array(prices.amounts, part)}::numeric[])`.execute(
      transaction,
    );
  }
}

/** Inserts balances by warehouse. */
export async function insertBalances(
  transaction: Transaction<Tables>,
  balances: BalanceColumns,
  updatedAt: Date,
): Promise<void> {
  for (const [warehouse, indexes] of grouped([...balances.variants.keys()], balances.warehouses)) {
    for (const part of chunks(indexes)) {
      await sql`
        insert into balance (warehouse_id, variant_id, quantity, reserved, updated_at)
        select ${warehouse}, variant_id, quantity, reserved, ${updatedAt}::timestamptz
        from unnest(${array(balances.variants, part)}::int[], ${array(balances.quantities, part)}::numeric[], ${array(balances.reserved, part)}::numeric[]) as b (variant_id, quantity, reserved)`.execute(
        transaction,
      );
    }
  }
}

function partition(length: number, test: (index: number) => boolean): { true: number[]; false: number[] } {
  const parts: { true: number[]; false: number[] } = { true: [], false: [] };
  for (let index = 0; index < length; index += 1) parts[test(index) ? 'true' : 'false'].push(index);
  return parts;
}

function grouped(indexes: readonly number[], keys: readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const index of indexes) {
    const key = keys[index] ?? '';
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  return groups;
}

function* chunks(indexes: readonly number[]): Generator<readonly number[]> {
  for (let start = 0; start < indexes.length; start += chunkValues)
    yield indexes.slice(start, start + chunkValues);
}

/** An array literal of values that need no quotes: a text costs the drivers less than an array. */
function array(values: readonly (string | number)[], indexes: readonly number[]): string {
  return `{${indexes.map((index) => values[index]).join(',')}}`;
}
