import { requisiteValue, type Document } from '@kontor/commerceml';
import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import type { KnownOrder } from './applying.js';

/** Company of a document's buyer: `undefined` where the document names none, `null` where nobody here is it. */
export type Buyer = string | null | undefined;

/**
 * The order that a document of 1C is, locked: by the shop's id, the id of 1C, the shop's number in a requisite or a comment; by
 * the bare number only where the buyer is the same, because 1C numbers orders of its own.
 */
export async function findOrder(
  db: Kysely<Tables>,
  document: Pick<Document, 'comment' | 'id' | 'number' | 'requisites'>,
  buyer: Buyer,
): Promise<KnownOrder | undefined> {
  const id = document.id ?? null;
  const told = requisiteValue(document.requisites, 'Номер заказа на сайте') ?? numberInComment(document);
  const bare = buyer === null ? null : (document.number ?? null);
  return oneOf(
    db,
    sql`case when o.id = ${id} then 1 when o.external_id = ${id} then 2 when o.provenance = 'erp' then null
      when o.number = ${id} then 3 when o.number = ${told ?? null} then 4
      when o.number = ${bare} and o.external_id is null and o.company_id = coalesce(${buyer ?? null}, o.company_id) then 5 end`,
    sql`o.id = ${id} or o.external_id = ${id} or o.number in (${id}, ${told ?? null}, ${bare})`,
  );
}

/** The order that another document (an invoice, a shipment) says it belongs to, of the same buyer, locked. */
export async function findBasis(
  db: Kysely<Tables>,
  document: Pick<Document, 'comment' | 'id' | 'number' | 'requisites'>,
  buyer: Buyer,
): Promise<KnownOrder | undefined> {
  const { requisites } = document;
  const named = requisiteValue(
    requisites,
    'Номер заказа на сайте',
    'Ид заказа',
    'ИдЗаказа',
    'Номер заказа',
    'Заказ',
    'Основание',
  );
  const references = [named, numberInComment(document), document.id].filter((each) => each !== undefined);
  const numbers = [...references, document.number].filter((each) => each !== undefined);
  const company = buyer ?? null;
  return oneOf(
    db,
    sql`case when o.id = any(${references}::text[]) then 1 when o.external_id = any(${references}::text[]) then 2
      when o.company_id is distinct from ${company} then null
      when o.number = any(${numbers}::text[]) then 3
      when exists (select from order_exchange x where x.order_id = o.id and x.number_1c = any(${references}::text[])) then 4 end`,
    sql`o.id = any(${references}::text[]) or o.external_id = any(${references}::text[]) or o.number = any(${numbers}::text[])
      or o.id in (select order_id from order_exchange where number_1c = any(${references}::text[]))`,
  );
}

async function oneOf(
  db: Kysely<Tables>,
  rank: ReturnType<typeof sql>,
  condition: ReturnType<typeof sql>,
): Promise<KnownOrder | undefined> {
  // Offers to 1C refer to the order at the same time: a full lock would let the two wait for each other in a circle.
  const { rows } = await sql<KnownOrder & { rank: number | null }>`
    select o.id, o.number, o.external_id as "externalId", o.company_id as "companyId", o.member_id as "memberId", o.status,
      o.currency, o.vat_mode as "vatMode", o.total, o.delivery_cost as "deliveryCost", (${rank})::int as rank
    from orders o where ${condition} order by rank nulls last, o.placed_at desc for no key update`.execute(
    db,
  );
  const [found] = rows;
  return found?.rank == null ? undefined : found;
}

const numberInComment = ({ comment }: Pick<Document, 'comment'>): string | undefined =>
  /\[Номер документа на сайте:\s*([^\]]+?)\s*\]/i.exec(comment ?? '')?.[1];
