import { sql, type Transaction } from 'kysely';

import { json } from '../database/json.js';
import type { Tables } from '../database/tables.js';
import type { BalanceColumns, PriceColumns, RowsOf } from './demo-rows.js';

const chunkRows = 5000;
const chunkValues = 25_000;

/** Inserts rows of one table; the table itself tells the types of the columns. */
export async function insertRows(transaction: Transaction<Tables>, table: keyof Tables, rows: readonly object[]): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
  for (let start = 0; start < rows.length; start += chunkRows) {
    const chunk = json(rows.slice(start, start + chunkRows).map(withDocuments));
    await sql`insert into ${sql.table(table)} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${chunk}::json)`.execute(transaction);
  }
}

/** A jsonb value is a JSON text by contract; inside a JSON document it stands unquoted. */
function withDocuments(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'string' && /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : (value as unknown)]));
}

/** Inserts variants. */
export async function insertVariants(transaction: Transaction<Tables>, variants: RowsOf<'variant'>): Promise<void> {
  for (let start = 0; start < variants.length; start += chunkRows) {
    const part = variants.slice(start, start + chunkRows);
    const column = <Name extends keyof (typeof part)[number]>(name: Name) => part.map((row) => row[name]);
    const barcodes = part.map((row) => `{${row.barcodes?.join(',') ?? ''}}`);
    await sql`
      insert into variant (id, external_id, product_id, sku, name, options, attributes, barcodes, unit_code, unit_name, rule_min, rule_step, rule_max, packs, vat_rate, weight_grams, position, status, updated_at)
      overriding system value
      select v.id, v.external_id, v.product_id, v.sku, v.name, v.options, v.attributes, v.barcodes::text[], v.unit_code, v.unit_name, v.rule_min, v.rule_step, v.rule_max, v.packs, v.vat_rate, v.weight_grams, v.position, v.status, ${part[0]?.updated_at}::timestamptz
      from unnest(${column('id')}::int[], ${column('external_id')}::text[], ${column('product_id')}::text[], ${column('sku')}::text[], ${column('name')}::jsonb[], ${column('options')}::jsonb[], ${column('attributes')}::jsonb[], ${barcodes}::text[],
        ${column('unit_code')}::text[], ${column('unit_name')}::text[], ${column('rule_min')}::numeric[], ${column('rule_step')}::numeric[], ${column('rule_max')}::numeric[], ${column('packs')}::jsonb[], ${column('vat_rate')}::numeric[], ${column('weight_grams')}::numeric[], ${column('position')}::int[], ${column('status')}::text[])
        as v (id, external_id, product_id, sku, name, options, attributes, barcodes, unit_code, unit_name, rule_min, rule_step, rule_max, packs, vat_rate, weight_grams, position, status)`.execute(transaction);
  }
}

/** Inserts prices. */
export async function insertPrices(transaction: Transaction<Tables>, prices: PriceColumns, updatedAt: Date): Promise<void> {
  for (let start = 0; start < prices.variants.length; start += chunkValues) {
    const part = <Value>(values: readonly Value[]): string => `{${values.slice(start, start + chunkValues).join(',')}}`;
    await sql`
      insert into price (price_type_id, variant_id, min_quantity, valid_from, valid_to, amount, updated_at)
      select *, ${updatedAt}::timestamptz from unnest(${part(prices.priceTypes)}::text[], ${part(prices.variants)}::int[], ${part(prices.minQuantities)}::numeric[],
        ${part(prices.validFrom)}::timestamptz[], ${part(prices.validTo)}::timestamptz[], ${part(prices.amounts)}::numeric[])`.execute(transaction);
  }
}

/** Inserts balances. */
export async function insertBalances(transaction: Transaction<Tables>, balances: BalanceColumns, updatedAt: Date): Promise<void> {
  for (let start = 0; start < balances.variants.length; start += chunkValues) {
    const part = <Value>(values: readonly Value[]): string => `{${values.slice(start, start + chunkValues).join(',')}}`;
    await sql`
      insert into balance (variant_id, warehouse_id, quantity, reserved, updated_at)
      select *, ${updatedAt}::timestamptz from unnest(${part(balances.variants)}::int[], ${part(balances.warehouses)}::text[], ${part(balances.quantities)}::numeric[], ${part(balances.reserved)}::numeric[])`.execute(transaction);
  }
}
