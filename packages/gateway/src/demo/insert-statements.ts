import { json } from '../database/json.js';
import type { Tables } from '../database/tables.js';
import type { BalanceColumns, PriceColumns, RowsOf } from './demo-rows.js';

const chunkRows = 5000;
const chunkValues = 25_000;

/** SQL with the values of its parameters, all as texts. */
export interface Statement {
  text: string;
  values: string[];
}

/** Inserts rows of one table; the table itself tells the types of the columns. */
export function* insertRows<Table extends keyof Tables>(
  table: Table,
  rows: RowsOf<Table>,
): Generator<Statement> {
  const names = Object.keys(rows[0] ?? {});
  const columns = names.map((name) => `"${name}"`).join(', ');
  for (let start = 0; start < rows.length; start += chunkRows) {
    const chunk = `[${rows
      .slice(start, start + chunkRows)
      .map((row) => rowText(names, row))
      .join(',')}]`;
    yield {
      text: `insert into "${table}" (${columns}) overriding system value select ${columns} from json_populate_recordset(null::"${table}", $1::json)`,
      values: [chunk],
    };
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
export function* insertPrices(prices: PriceColumns, updatedAt: Date): Generator<Statement> {
  const isPlain = (index: number): boolean =>
    prices.validFrom[index] === '-infinity' &&
    prices.validTo[index] === 'infinity' &&
    prices.minQuantities[index] === '0';
  const { true: plain, false: others } = partition(prices.variants.length, isPlain);
  for (const [type, indexes] of grouped(plain, prices.priceTypes)) {
    for (const part of chunks(indexes)) {
      yield {
        text: `
          insert into price (price_type_id, variant_id, amount, updated_at)
          select $1, variant_id, amount, $2::timestamptz from unnest($3::int[], $4::numeric[]) as p (variant_id, amount)`,
        values: [type, updatedAt.toISOString(), array(prices.variants, part), array(prices.amounts, part)],
      };
    }
  }
  const { priceTypes, variants, minQuantities, validFrom, validTo, amounts } = prices;
  for (const part of chunks(others)) {
    yield {
      text: `
        insert into price (price_type_id, variant_id, min_quantity, valid_from, valid_to, amount, updated_at)
        select *, $1::timestamptz
        from unnest($2::text[], $3::int[], $4::numeric[], $5::timestamptz[], $6::timestamptz[], $7::numeric[])`,
      values: [
        updatedAt.toISOString(),
        ...[priceTypes, variants, minQuantities, validFrom, validTo, amounts].map((column) =>
          array(column, part),
        ),
      ],
    };
  }
}

/** Inserts balances by warehouse. */
export function* insertBalances(balances: BalanceColumns, updatedAt: Date): Generator<Statement> {
  for (const [warehouse, indexes] of grouped([...balances.variants.keys()], balances.warehouses)) {
    for (const part of chunks(indexes)) {
      const { variants, quantities, reserved } = balances;
      yield {
        text: `
          insert into balance (warehouse_id, variant_id, quantity, reserved, updated_at)
          select $1, variant_id, quantity, reserved, $2::timestamptz
          from unnest($3::int[], $4::numeric[], $5::numeric[]) as b (variant_id, quantity, reserved)`,
        values: [
          warehouse,
          updatedAt.toISOString(),
          ...[variants, quantities, reserved].map((column) => array(column, part)),
        ],
      };
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
