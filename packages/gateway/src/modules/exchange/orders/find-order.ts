import { requisiteValue, type Document } from '@kontor/commerceml';
import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import type { KnownOrder } from './applying.js';
import { findParts, type OrderPart } from './order-parts.js';

/** Company of a document's buyer: `undefined` where the document names none, `null` where nobody here is it. */
export type Buyer = string | null | undefined;

type Referring = Pick<Document, 'comment' | 'id' | 'number' | 'requisites'>;

/**
 * The order that a document of 1C is, or is a part of, locked: by the shop's id, the id of 1C, the shop's number in a requisite
 * or a comment; by the bare number only where the buyer is the same, because 1C numbers orders of its own.
 */
export async function findOrder(
  db: Kysely<Tables>,
  document: Referring,
  buyer: Buyer,
): Promise<KnownOrder | undefined> {
  const { id } = document;
  const told = requisiteValue(document.requisites, 'Номер заказа на сайте') ?? numberInComment(document);
  const bare = buyer === null ? undefined : document.number;
  return nearest(await findReferable(db, [id, told, bare]), (each) => {
    if (each.id === id) return 1;
    if (each.externalId === id) return 2;
    if (each.order.provenance === 'erp') return undefined;
    if (each.number === id) return 3;
    if (each.number === told) return 4;
    const isOfBuyer = buyer === undefined || each.order.companyId === buyer;
    return each.number === bare && each.externalId === null && isOfBuyer ? 5 : undefined;
  });
}

/** The order that another document (an invoice, a shipment) says it belongs to, of the same buyer, locked. */
export async function findBasis(
  db: Kysely<Tables>,
  document: Referring,
  buyer: Buyer,
): Promise<KnownOrder | undefined> {
  const named = requisiteValue(
    document.requisites,
    'Номер заказа на сайте',
    'Ид заказа',
    'ИдЗаказа',
    'Номер заказа',
    'Заказ',
    'Основание',
  );
  const references = [named, numberInComment(document), document.id];
  const isReferred = (told: string | null): boolean => told !== null && references.includes(told);
  return nearest(await findReferable(db, [...references, document.number]), (each) => {
    if (isReferred(each.id)) return 1;
    if (isReferred(each.externalId)) return 2;
    if (each.order.companyId !== buyer) return undefined;
    if (isReferred(each.number) || each.number === document.number) return 3;
    return isReferred(each.number1C) ? 4 : undefined;
  });
}

/** What a document can mean: an order, or a part of it. */
interface Referable extends Pick<OrderPart, 'externalId' | 'id' | 'number' | 'number1C'> {
  readonly order: Candidate;
  readonly part: OrderPart | undefined;
}

type Candidate = Omit<KnownOrder, 'part' | 'parts'> &
  Pick<OrderPart, 'number1C'> & { readonly provenance: Tables['orders']['provenance'] };

/** Orders, newest first, and their parts of which one of the references is an id or a number; all of these orders are locked. */
async function findReferable(
  db: Kysely<Tables>,
  told: readonly (string | undefined)[],
): Promise<readonly (Referable & { readonly parts: readonly OrderPart[] })[]> {
  const references = told.filter((each) => each !== undefined);
  const upper = references.map((each) => each.toUpperCase());
  // Offers to 1C refer to the order at the same time: a full lock would let the two wait for each other in a circle.
  const { rows } = await sql<Candidate>`
    select o.id, o.number, o.external_id as "externalId", o.company_id as "companyId", o.member_id as "memberId", o.status,
      o.currency, o.vat_mode as "vatMode", o.total, o.delivery_cost as "deliveryCost", o.provenance,
      (select number_1c from order_exchange where order_id = o.id) as "number1C"
    from orders o
    where o.id = any(${references}::text[]) or o.external_id = any(${references}::text[]) or o.number = any(${references}::text[])
      or o.id = any(array(
        select order_id from order_exchange where upper(number_1c) = any(${upper}::text[])
        union all select order_id from order_part where id = any(${references}::text[])
          or external_id = any(${references}::text[]) or number = any(${references}::text[])
          or upper(number_1c) = any(${upper}::text[])))
    order by o.placed_at desc for no key update`.execute(db);
  const partsOf = await findParts(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((order) => {
    const parts = partsOf.get(order.id) ?? [];
    return [
      { ...order, order, part: undefined, parts },
      ...parts.map((part) => ({ ...part, order, part, parts })),
    ];
  });
}

/** The order that is meant most surely, the newest of those. */
function nearest(
  all: Awaited<ReturnType<typeof findReferable>>,
  rankOf: (each: Referable) => number | undefined,
): KnownOrder | undefined {
  const ranked = all
    .flatMap((each) => {
      const rank = rankOf(each);
      return rank === undefined ? [] : { rank, ...each };
    })
    .sort((left, right) => left.rank - right.rank);
  const [found] = ranked;
  return found && { ...found.order, parts: found.parts, part: found.part };
}

const numberInComment = ({ comment }: Pick<Document, 'comment'>): string | undefined =>
  /\[Номер документа на сайте:\s*([^\]]+?)\s*\]/i.exec(comment ?? '')?.[1];
