import type { Document, DocumentLine } from '@kontor/commerceml';
import { sql } from 'kysely';

import { json } from '../../../database/json.js';
import type { VatSums } from '../../../database/tables.js';
import { add, compare, decimal, decimalText, plain } from '../../../money/decimal.js';
import { minorDigits } from '../../../money/currency.js';
import { totalsOf } from '../../cart/service.js';
import type { Applying, KnownOrder } from './applying.js';
import { spreadDiscounts } from './line-sums.js';
import { goodsIdOf, planLines, type KnownGoods, type PlannedLine, type PlannedLines } from './plan-lines.js';

/** Lines of a document, with what is taken off all of them together. */
export interface ToldLines extends Pick<Document, 'discounts' | 'total'> {
  readonly lines: readonly DocumentLine[];
}

interface StoredLine {
  readonly variantId: number | null;
  readonly sku: string;
  readonly name: string;
  readonly quantity: string;
  readonly total: string | null;
  readonly comment: string | null;
}

/** Reads the lines of a document as those of the shop. @returns undefined where it has no goods */
export async function readLines(
  { db, report }: Pick<Applying, 'db' | 'report'>,
  order: KnownOrder,
  document: ToldLines,
): Promise<PlannedLines | undefined> {
  const spread = spreadDiscounts(document.lines, document, minorDigits(order.currency));
  if (!spread)
    report({
      severity: 'warning',
      code: 'discount_too_large',
      message:
        'The discount of the whole document is larger than its goods cost: the lines are taken without it',
      recordId: order.id,
      recordName: order.number,
    });
  const told = spread ?? document.lines;
  const planned = planLines(told, await findGoods(db, told), order);
  return planned.lines.length === 0 ? undefined : planned;
}

/**
 * Makes the lines of an order those that 1C has, with the totals of 1C's figures; comments of lines stay with their goods, and
 * goods that it had before in their places.
 * @returns the order's total; `isChanged` when goods, quantities or sums differ
 */
export async function writeLines(
  { db }: Pick<Applying, 'db'>,
  order: KnownOrder,
  planned: PlannedLines,
): Promise<{ total: string; isChanged: boolean }> {
  const stored = await findLines(db, order.id);
  const deliveryCost = deliveryCostOf(planned, order);
  if (isSame(planned.lines, stored) && isSameAmount(deliveryCost, order.deliveryCost))
    return { total: order.total, isChanged: false };

  const lines = inPlaces(planned.lines, stored);
  const sums = sumsOf(lines);
  const totals = totalsOf(sums, order.currency, deliveryCost);
  const comments = new Map(stored.map((line) => [keyOf(line), line.comment]));
  await db.deleteFrom('order_line').where('order_id', '=', order.id).execute();
  const rows = lines.map((line, index) => ({
    position: index + 1,
    ...line,
    comment: comments.get(keyOf(line)) ?? null,
  }));
  await sql`
    insert into order_line (order_id, company_id, position, variant_id, sku, name, unit_code, unit_name, quantity, unit_price,
      vat_rate, net, vat, total, comment)
    select ${order.id}, ${order.companyId}, r.position, r."variantId", r.sku, r.name, r."unitCode", r."unitName", r.quantity,
      r."unitPrice", r."vatRate", r.net, r.vat, r.total, r.comment
    from json_to_recordset(${json(rows)}::json) as r (position int, "variantId" int, sku text, name text, "unitCode" text,
      "unitName" text, quantity numeric, "unitPrice" numeric, "vatRate" numeric, net numeric, vat numeric, total numeric,
      comment text)`.execute(db);
  await db
    .updateTable('orders')
    .set({
      net: totals.net,
      vat: totals.vat,
      total: totals.total,
      delivery_cost: deliveryCost,
      vat_sums: json(sums),
      line_count: rows.length,
    })
    .where('id', '=', order.id)
    .execute();
  return { total: totals.total, isChanged: true };
}

async function findGoods(
  db: Applying['db'],
  told: readonly DocumentLine[],
): Promise<ReadonlyMap<string, KnownGoods>> {
  const ids = told.flatMap((line) => goodsIdOf(line) ?? []);
  const { rows } = await sql<KnownGoods & { goodsId: string }>`
    select external_id as "goodsId", id as "variantId", sku, name->>'ru' as name, unit_code as "unitCode",
      unit_name as "unitName", vat_rate as "vatRate"
    from variant where external_id = any(${ids}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.goodsId, row]));
}

async function findLines(db: Applying['db'], orderId: string): Promise<StoredLine[]> {
  return db
    .selectFrom('order_line')
    .select(['variant_id as variantId', 'sku', 'name', 'quantity', 'total', 'comment'])
    .where('order_id', '=', orderId)
    .orderBy('position')
    .execute();
}

export const keyOf = ({ variantId, sku, name }: Pick<StoredLine, 'name' | 'sku' | 'variantId'>): string =>
  variantId === null ? `${sku}\n${name}` : String(variantId);

/** New goods come after those that were there. */
function inPlaces(planned: readonly PlannedLine[], stored: readonly StoredLine[]): PlannedLine[] {
  const places = new Map(stored.map((line, place) => [keyOf(line), place]));
  const placeOf = (line: PlannedLine): number => places.get(keyOf(line)) ?? stored.length;
  return [...planned].sort((left, right) => placeOf(left) - placeOf(right));
}

/** In any order: 1C sorts lines as it likes. */
export function isSame(
  planned: readonly PlannedLine[],
  stored: readonly (PlannedLine | StoredLine)[],
): boolean {
  const texts = (lines: readonly (PlannedLine | StoredLine)[]): string =>
    lines
      .map(
        (line) => `${keyOf(line)}\n${plain(line.quantity)}\n${line.total === null ? '' : plain(line.total)}`,
      )
      .sort()
      .join('\n\n');
  return texts(planned) === texts(stored);
}

/** Amounts of lines by VAT rate. */
export function sumsOf(lines: readonly PlannedLine[]): VatSums {
  const sums: VatSums = {};
  for (const { vatRate, net, vat } of lines) {
    const sum = (sums[vatRate ?? ''] ??= { net: '0', vat: '0' });
    sum.net = decimalText(add(decimal(sum.net), decimal(net)));
    sum.vat = decimalText(add(decimal(sum.vat), decimal(vat)));
  }
  return sums;
}

/** Delivery that costs nothing has no line. */
export const deliveryCostOf = (
  planned: PlannedLines,
  { deliveryCost }: Pick<KnownOrder, 'deliveryCost'>,
): string | null => planned.deliveryCost ?? (isFree(deliveryCost) ? deliveryCost : null);

const isFree = (cost: string | null): boolean => cost === null || compare(decimal(cost), decimal('0')) === 0;

export const isSameAmount = (left: string | null, right: string | null): boolean =>
  left === null || right === null ? left === right : compare(decimal(left), decimal(right)) === 0;
