import type { PriceTypeRecord } from '@kontor/commerceml';
import { sql } from 'kysely';

import { json } from '../../../database/json.js';
import { newId } from '../../../identifiers.js';
import { findPending, settle, unsettleProducts } from './pending.js';
import type { Publishing } from './publishing.js';

/** A price type as the shop needs it. */
export interface WantedPriceType {
  /** Id of 1C. */
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly isVatIncluded: boolean;
}

/** Makes price types of those that 1C declares. */
export async function publishPriceTypes(publishing: Publishing): Promise<void> {
  const { db, settings } = publishing;
  const pending = await findPending<PriceTypeRecord>(db, 'priceType');
  if (pending.length === 0) return;
  const changedCurrency = await writePriceTypes(
    publishing,
    pending.map(({ id, record }) => ({
      id,
      name: record.name ?? id,
      currency: isoCurrency(record.currency) ?? settings.currency,
      isVatIncluded: record.taxes?.[0]?.isIncluded ?? true,
    })),
  );
  // Prices that were left out for their currency are judged anew.
  if (changedCurrency.length > 0)
    await unsettleProducts(
      db,
      sql`select product_id from exchange_source
        where kind in ('offer', 'product') and prices ?| ${changedCurrency}::text[]`,
    );
  await settle(
    db,
    'priceType',
    pending.map(({ id }) => id),
  );
}

/**
 * Writes price types by the id of 1C; also those that prices name and nobody declares.
 * @returns ids of 1C of those that were there in another currency
 */
export async function writePriceTypes(
  { db }: Pick<Publishing, 'db'>,
  types: readonly WantedPriceType[],
): Promise<string[]> {
  const rows = types.map(({ id, name, currency, isVatIncluded }) => ({
    id: newId('ptp'),
    external_id: id,
    name,
    currency,
    includes_vat: isVatIncluded,
  }));
  const { rows: changed } = await sql<{ id: string }>`
    with former as (
      select t.external_id as id from price_type t join json_to_recordset(${json(rows)}::json) as r (external_id text, currency text)
        on r.external_id = t.external_id and r.currency <> t.currency),
    written as (
      insert into price_type as t (id, external_id, name, currency, includes_vat)
      select * from json_to_recordset(${json(rows)}::json)
        as r (id text, external_id text, name text, currency text, includes_vat boolean)
      on conflict (external_id) do update
        set name = excluded.name, currency = excluded.currency, includes_vat = excluded.includes_vat
        where (t.name, t.currency, t.includes_vat) is distinct from (excluded.name, excluded.currency, excluded.includes_vat)
      returning 1),
    epoch as (update price_epoch set epoch = epoch + 1 where exists (select from written))
    select id from former`.execute(db);
  return changed.map(({ id }) => id);
}

/** Currencies that 1C writes as words nobody knows are none. */
export function isoCurrency(currency: string | undefined): string | undefined {
  return currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : undefined;
}
