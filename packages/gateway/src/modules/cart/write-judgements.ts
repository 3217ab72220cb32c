import { sql } from 'kysely';

import { json } from '../../database/json.js';
import type { BuyerScope } from '../../scope.js';
import type { StoredLine } from './queries.js';

/** Writes what prices and stock say of lines that are there: one array a column, for a statement of thousands of parameters is slow. */
export async function writeJudgements(
  scope: BuyerScope,
  cartId: string,
  judged: readonly StoredLine[],
): Promise<void> {
  if (judged.length === 0) return;
  const of = <Value>(value: (line: StoredLine) => Value): Value[] => judged.map(value);
  await scope.db
    .updateTable('cart_line')
    .from(
      sql<Judgement>`(select * from unnest(
        ${of(({ variantId }) => variantId)}::int[], ${of(({ priceStatus }) => priceStatus)}::text[],
        ${of(({ unitPrice }) => unitPrice)}::numeric[], ${of(({ vatRate }) => vatRate)}::numeric[],
        ${of(({ net }) => net)}::numeric[], ${of(({ vat }) => vat)}::numeric[],
        ${of(({ seenUnitPrice }) => seenUnitPrice)}::numeric[],
        ${of(({ problems }) => json(problems))}::text[], ${of(({ isBlocked }) => isBlocked)}::boolean[]
      ) as each (variant_id, price_status, unit_price, vat_rate, net, vat, seen_unit_price, problems, is_blocked))`.as(
        'judged',
      ),
    )
    .set((set) => ({
      price_status: set.ref('judged.price_status'),
      unit_price: set.ref('judged.unit_price'),
      vat_rate: set.ref('judged.vat_rate'),
      net: set.ref('judged.net'),
      vat: set.ref('judged.vat'),
      seen_unit_price: set.ref('judged.seen_unit_price'),
      problems: sql<string>`judged.problems::jsonb`,
      is_blocked: set.ref('judged.is_blocked'),
    }))
    .whereRef('cart_line.variant_id', '=', 'judged.variant_id')
    .where('cart_id', '=', cartId)
    .execute();
}

interface Judgement {
  variant_id: number;
  price_status: string;
  unit_price: string | null;
  vat_rate: string | null;
  net: string | null;
  vat: string | null;
  seen_unit_price: string | null;
  problems: string;
  is_blocked: boolean;
}
