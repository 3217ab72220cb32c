import type { OrderFacts } from '@kontor/commerceml';
import { sql } from 'kysely';

import type { Applying, KnownOrder } from './applying.js';
import type { MappedStatus } from './order-settings.js';

/** What is known in 1C of an order, or of a part of it, besides its status, with what a document has just told. */
export interface Noted {
  readonly isChanged: boolean;
  readonly isNewlyPaid: boolean;
  readonly isNewlyClosed: boolean;
  readonly isClosed: boolean;
  readonly isShipped: boolean | undefined;
}

/** Payment, shipment, closing and the number in 1C are facts of their own: each stays until 1C says otherwise. */
export async function writeFacts(
  { db }: Pick<Applying, 'db'>,
  order: Pick<KnownOrder, 'id' | 'part'>,
  { number1C, date1C, isPaid, isShipped, isConfirmed }: OrderFacts,
  mapped: MappedStatus | undefined,
): Promise<Noted> {
  const { part } = order;
  const before = part ?? (await findFacts(db, order.id));
  const isClosed = mapped === undefined ? undefined : mapped === 'closed';
  const noted = {
    isNewlyPaid: isPaid === true && before?.isPaid !== true,
    isNewlyClosed: isClosed === true && before?.isClosed !== true,
    isClosed: isClosed ?? before?.isClosed ?? false,
    isShipped: isShipped ?? before?.isShipped ?? undefined,
  };
  const told = [number1C, date1C, isPaid, isShipped, isConfirmed, isClosed];
  if (told.every((fact) => fact === undefined)) return { isChanged: false, ...noted };
  const facts = sql`${number1C ?? null}::text, ${date1C ?? null}::text, ${isPaid ?? null}::boolean, ${isShipped ?? null}::boolean,
    ${isConfirmed ?? null}::boolean, ${isClosed ?? null}::boolean`;
  if (part === undefined)
    await sql`insert into order_exchange (order_id) values (${order.id}) on conflict do nothing`.execute(db);
  const table = part === undefined ? 'order_exchange' : 'order_part';
  const { rows } = await sql`
    update ${sql.table(table)} x set number_1c = coalesce(t.number_1c, x.number_1c), date_1c = coalesce(t.date_1c, x.date_1c),
      is_paid = coalesce(t.is_paid, x.is_paid), is_shipped = coalesce(t.is_shipped, x.is_shipped),
      is_posted = coalesce(t.is_posted, x.is_posted), is_closed = coalesce(t.is_closed, x.is_closed)
    from (values (${facts})) as t (number_1c, date_1c, is_paid, is_shipped, is_posted, is_closed)
    where x.order_id = ${order.id} and ${part === undefined ? sql`true` : sql`x.part = ${part.part}`}
      and (x.number_1c, x.date_1c, x.is_paid, x.is_shipped, x.is_posted, x.is_closed) is distinct from
        (coalesce(t.number_1c, x.number_1c), coalesce(t.date_1c, x.date_1c), coalesce(t.is_paid, x.is_paid),
          coalesce(t.is_shipped, x.is_shipped), coalesce(t.is_posted, x.is_posted), coalesce(t.is_closed, x.is_closed))
    returning 1`.execute(db);
  if (part && rows.length > 0) await writeNumbers(db, order.id);
  return { isChanged: rows.length > 0, ...noted };
}

async function findFacts(db: Applying['db'], orderId: string) {
  return db
    .selectFrom('order_exchange')
    .select(['is_paid as isPaid', 'is_shipped as isShipped', 'is_closed as isClosed'])
    .where('order_id', '=', orderId)
    .executeTakeFirst();
}

/** An order that is several documents of 1C has the numbers of all of them. */
async function writeNumbers(db: Applying['db'], orderId: string): Promise<void> {
  await sql`
    update order_exchange set number_1c = p.numbers
    from (select string_agg(number_1c, ', ' order by part) as numbers from order_part where order_id = ${orderId}) p
    where order_id = ${orderId}`.execute(db);
}
