import type { DocumentRecord } from '@kontor/commerceml';
import { sql } from 'kysely';

import { newId } from '../../../identifiers.js';
import { byOneC, type Applying, type KnownOrder } from './applying.js';
import { momentOf } from './local-time.js';

/**
 * Writes an order that was born in 1C ("by phone") into its company's history, without lines yet: they come as with any other
 * document. It is never sent back.
 */
export async function createOrder(
  applying: Applying,
  document: DocumentRecord,
  companyId: string,
): Promise<KnownOrder> {
  const { db, now, timeZone, events } = applying;
  const { sellerId } = await db
    .selectFrom('company')
    .select('seller_id as sellerId')
    .where('id', '=', companyId)
    .executeTakeFirstOrThrow();
  const placedAt = placedAtOf(document, timeZone) ?? now;
  const order: KnownOrder = {
    id: newId('ord'),
    number: await freeNumber(applying, document, placedAt),
    externalId: document.id,
    companyId,
    memberId: null,
    status: 'placed',
    currency: /^[A-Z]{3}$/.test(document.currency ?? '') ? (document.currency ?? 'RUB') : 'RUB',
    vatMode: vatModeOf(document),
    total: '0',
    deliveryCost: null,
    parts: [],
    part: undefined,
  };
  await db
    .insertInto('orders')
    .values({
      id: order.id,
      external_id: order.externalId,
      number: order.number,
      company_id: companyId,
      seller_id: sellerId,
      agreement_id: null,
      member_id: null,
      placed_by: null,
      provenance: 'erp',
      status: order.status,
      placed_at: placedAt,
      currency: order.currency,
      vat_mode: order.vatMode,
      net: '0',
      vat: '0',
      total: '0',
      delivery_cost: null,
      line_count: 0,
      delivery: null,
      requested_date: null,
      purchase_order_number: null,
      comment: document.comment || null,
    })
    .execute();
  await db
    .insertInto('order_event')
    .values({
      order_id: order.id,
      company_id: companyId,
      status: 'placed',
      at: placedAt,
      by_name: byOneC,
      comment: null,
      is_from_1c: true,
    })
    .execute();
  await events.publish(
    applying,
    { companyId, about: 'order', memberId: null },
    { type: 'order.placed', orderId: order.id, number: order.number },
  );
  return order;
}

function placedAtOf({ date, time, date1C }: DocumentRecord, timeZone: string): Date | undefined {
  const day = date ?? date1C;
  if (day == null) return undefined;
  return momentOf(time === undefined ? day : `${day.slice(0, 10)}T${time}`, timeZone);
}

/** Numbers of 1C begin anew every year, and one that looks like the shop's own must stay free for it. */
async function freeNumber({ db }: Applying, document: DocumentRecord, placedAt: Date): Promise<string> {
  const told = document.number1C || document.number || document.id;
  const year = `${told}/${String(placedAt.getUTCFullYear())}`;
  const candidates = [...(/^K-\d+(-\d+)?$/i.test(told) ? [] : [told]), year, `${told}/${document.id}`];
  const { rows } = await sql<{ number: string }>`
    select number from orders where number = any(${candidates}::text[])`.execute(db);
  const taken = new Set(rows.map(({ number }) => number));
  return candidates.find((each) => !taken.has(each)) ?? newId('1C');
}

function vatModeOf({ lines = [], taxes = [] }: DocumentRecord): KnownOrder['vatMode'] {
  const told = [...taxes, ...lines.flatMap((line) => line.taxes ?? [])].filter(({ rate }) => rate != null);
  if (told.length === 0) return 'none';
  return told.some(({ isIncluded }) => isIncluded === false) ? 'excluded' : 'included';
}
