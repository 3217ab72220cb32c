import type { DocumentRow, RowOutcome } from '@kontor/contract';
import { sql } from 'kysely';

import { json } from '../../database/json.js';
import { newId } from '../../identifiers.js';
import { dayOf } from './moments.js';
import { findCompanies } from './references.js';
import { judgeRows, rejected, type Writing } from './writing.js';

interface KnownOrder {
  readonly id: string;
  readonly companyId: string;
}

/**
 * Enters documents into the cabinet, without their files. One that the exchange already told of, by order, kind and number, is
 * the same document.
 */
export async function writeDocuments(
  { db, now }: Writing,
  rows: readonly DocumentRow[],
): Promise<RowOutcome[]> {
  const companies = await findCompanies(
    db,
    rows.map(({ company }) => company),
  );
  const orders = await findOrders(
    db,
    rows.flatMap(({ order }) => order ?? []),
  );
  const judged = judgeRows(rows, (row) => {
    const company = companies.get(row.company);
    if (!company) return rejected('unknown_company', row.company);
    const order = row.order == null ? null : orders.get(row.order);
    if (order === undefined) return rejected('unknown_order', row.order ?? '');
    if (order && order.companyId !== company.id) return rejected('of_other_company', row.order ?? '');
    return {
      key: row.id,
      row: {
        id: newId('doc'),
        external_id: row.id,
        company_id: company.id,
        order_id: order?.id ?? null,
        kind: row.kind,
        number: row.number,
        date: dayOf(row.date),
      },
    };
  });
  const desired = json([...judged.accepted.values()]);
  const shape = sql`as r (id text, external_id text, company_id text, order_id text, kind text, number text, date date)`;
  await sql`
    update document d set external_id = r.external_id from json_to_recordset(${desired}::json) ${shape}
    where d.external_id is null and d.order_id = r.order_id and d.kind = r.kind and d.number = r.number and d.blob_key is null
      and not exists (select from document o where o.external_id = r.external_id)`.execute(db);
  const { rows: changed } = await sql<{ key: string; companyId: string }>`
    insert into document as d (id, external_id, company_id, order_id, kind, number, date, status, media_type, blob_key, created_at)
    select r.*, 'noFile', 'application/pdf', null, ${now}::timestamptz from json_to_recordset(${desired}::json) ${shape}
    on conflict (external_id) do update
      set order_id = excluded.order_id, kind = excluded.kind, number = excluded.number, date = excluded.date
      where d.company_id = excluded.company_id and (d.order_id, d.kind, d.number, d.date)
        is distinct from (excluded.order_id, excluded.kind, excluded.number, excluded.date)
    returning external_id as key`.execute(db);
  return judged.outcomes(new Set(changed.map(({ key }) => key)));
}

/** Orders by their number in the shop, or their id in the accounting system. */
async function findOrders(
  db: Writing['db'],
  names: readonly string[],
): Promise<ReadonlyMap<string, KnownOrder>> {
  const { rows } = await sql<KnownOrder & { number: string; externalId: string | null }>`
    select id, company_id as "companyId", number, external_id as "externalId" from orders
    where number = any(${[...names]}::text[]) or external_id = any(${[...names]}::text[])`.execute(db);
  return new Map(
    rows.flatMap(({ number, externalId, ...order }) => [
      [number, order] as const,
      ...(externalId === null ? [] : [[externalId, order] as const]),
    ]),
  );
}
