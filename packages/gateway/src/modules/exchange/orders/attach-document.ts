import type { DocumentKind } from '@kontor/commerceml';
import type { Document as ShopDocument } from '@kontor/contract';

import { calendarDay } from '../../../calendar-day.js';
import { newId } from '../../../identifiers.js';
import type { Applying, KnownOrder } from './applying.js';

/** Kinds of 1C's documents that buyers see with their order. */
export const attachedKinds: Partial<Readonly<Record<DocumentKind, ShopDocument['kind']>>> = {
  invoice: 'invoice',
  shipment: 'deliveryNote',
  taxInvoice: 'taxInvoice',
};

/** A document of 1C as far as it is told: its file is not there. */
export interface ToldDocument {
  readonly kind: ShopDocument['kind'];
  readonly number: string;
  /** ISO date or date with time, of 1C. */
  readonly date: string | undefined;
}

/** Adds a document to an order, once for its kind and number. @returns whether it is new */
export async function attachDocument(
  { db, now, timeZone }: Pick<Applying, 'db' | 'now' | 'timeZone'>,
  order: Pick<KnownOrder, 'companyId' | 'id'>,
  { kind, number, date }: ToldDocument,
): Promise<boolean> {
  const known = await db
    .selectFrom('document')
    .select('id')
    .where('order_id', '=', order.id)
    .where('kind', '=', kind)
    .where('number', '=', number)
    .executeTakeFirst();
  if (known) return false;
  await db
    .insertInto('document')
    .values({
      id: newId('doc'),
      company_id: order.companyId,
      order_id: order.id,
      kind,
      number,
      date: date?.slice(0, 10) ?? calendarDay(now, timeZone),
      status: 'noFile',
      media_type: 'application/pdf',
      blob_key: null,
      created_at: now,
    })
    .execute();
  return true;
}
