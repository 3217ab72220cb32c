import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import { demoCompanies, demoSellers } from '../../../demo/ids.js';
import { newId } from '../../../identifiers.js';

/** What a test tells of an order. */
export interface TestOrder {
  placedAt: Date;
  companyId?: string;
  vatMode?: 'excluded' | 'included' | 'none';
  deliveryCost?: string | null;
  /** Lines with what they cost; the goods are demo variants. */
  lines?: readonly { quantity: string; unitPrice: string; net: string; vat: string }[];
}

let orders = 0;

/** An order that somebody placed, without its reservations. */
export async function addTestOrder(
  db: Kysely<Tables>,
  {
    placedAt,
    companyId = demoCompanies.stroymaster,
    vatMode = 'included',
    deliveryCost = null,
    lines = [{ quantity: '10', unitPrice: '12', net: '100.00', vat: '20.00' }],
  }: TestOrder,
): Promise<{ id: string; number: string }> {
  orders += 1;
  const [id, number] = [newId('ord'), `T-${String(orders).padStart(6, '0')}`];
  const sum = (of: (line: (typeof lines)[number]) => string) =>
    lines.reduce((total, line) => total + Math.round(Number(of(line)) * 100), 0);
  const [net, vat] = [sum((line) => line.net), sum((line) => line.vat)];
  const text = (cents: number) => (cents / 100).toFixed(2);
  await db
    .insertInto('orders')
    .values({
      id,
      number,
      company_id: companyId,
      seller_id: demoSellers.main,
      external_id: null,
      agreement_id: null,
      member_id: null,
      placed_by: 'Покупатель',
      provenance: 'online',
      status: 'placed',
      placed_at: placedAt,
      currency: 'RUB',
      vat_mode: vatMode,
      net: text(net),
      vat: text(vat),
      total: text(net + vat + Math.round(Number(deliveryCost ?? 0) * 100)),
      delivery_cost: deliveryCost,
      vat_sums: JSON.stringify({ '20': { net: text(net), vat: text(vat) } }),
      line_count: lines.length,
      delivery: null,
      requested_date: null,
      purchase_order_number: null,
      comment: null,
    })
    .execute();
  const variants = await db
    .selectFrom('variant')
    .select(['id', 'external_id as externalId', 'sku'])
    .where('external_id', 'is not', null)
    .orderBy('id')
    .limit(lines.length)
    .execute();
  for (const [index, line] of lines.entries())
    await db
      .insertInto('order_line')
      .values({
        order_id: id,
        company_id: companyId,
        position: index + 1,
        variant_id: variants[index]?.id ?? null,
        sku: variants[index]?.sku ?? '',
        name: `Товар ${String(index + 1)}`,
        unit_code: '796',
        unit_name: 'шт',
        quantity: line.quantity,
        unit_price: line.unitPrice,
        vat_rate: vatMode === 'none' ? null : '20',
        net: line.net,
        vat: line.vat,
        total: text(Math.round((Number(line.net) + Number(line.vat)) * 100)),
        comment: null,
      })
      .execute();
  await changeTestOrder(db, id, 'placed');
  return { id, number };
}

/** A change in the shop; answers its revision. */
export async function changeTestOrder(
  db: Kysely<Tables>,
  id: string,
  status: Tables['orders']['status'],
  comment: string | null = null,
): Promise<number> {
  await db.updateTable('orders').set({ status, comment }).where('id', '=', id).execute();
  const { rows } = await sql<{ id: number }>`
    insert into order_event (order_id, company_id, status, at, by_name)
    select id, company_id, status, placed_at, 'Покупатель' from orders where id = ${id} returning id`.execute(
    db,
  );
  return rows[0]?.id ?? 0;
}
