import type { Insertable } from 'kysely';

import type { Tables } from '../database/tables.js';

/** Rows of one table. */
export type RowsOf<Table extends keyof Tables> = readonly Insertable<Tables[Table]>[];

/** Rows by table, in an order in which they may be inserted. */
export type DemoRows = { readonly [Table in keyof Tables]?: RowsOf<Table> };

/** Prices as columns: there are hundreds of thousands of them. */
export interface PriceColumns {
  readonly priceTypes: string[];
  readonly variants: number[];
  readonly minQuantities: string[];
  readonly validFrom: string[];
  readonly validTo: string[];
  readonly amounts: string[];
}

/** Balances as columns. */
export interface BalanceColumns {
  readonly variants: number[];
  readonly warehouses: string[];
  readonly quantities: string[];
  readonly reserved: string[];
}

/** Everything that the demo supplier consists of. */
export interface DemoData {
  readonly rows: DemoRows;
  readonly prices: PriceColumns;
  readonly balances: BalanceColumns;
}
