import { sql } from 'kysely';

import {
  compare,
  decimal,
  decimalText,
  divide,
  isZero,
  round,
  type Decimal,
} from '../../../money/decimal.js';
import type { SourcePrice } from '../source/source-row.js';
import { judgeCurrency } from './judge-currency.js';
import { isoCurrency, writePriceTypes } from './price-types.js';
import { list } from './list.js';
import type { Publishing } from './publishing.js';

/** Prices of one offer by price type. */
export type ToldPrices = Readonly<Record<string, readonly SourcePrice[]>>;

interface LivePriceType {
  readonly id: string;
  readonly currency: string;
}

/** Unit prices have up to six decimals. */
const digits = 6;
const largest = decimal('99999999999999');

/** Makes prices of variants what 1C tells; price types of the shop's own are left alone. */
export async function writePrices(
  publishing: Publishing,
  variants: ReadonlyMap<string, number>,
  told: ReadonlyMap<string, ToldPrices>,
): Promise<void> {
  const { db, now, report } = publishing;
  const spoken = [...variants].filter(([id]) => told.has(id));
  if (spoken.length === 0) return;
  const types = await judgedPriceTypes(
    publishing,
    spoken.map(([id]) => told.get(id) ?? {}),
  );
  const columns = {
    variants: [] as number[],
    types: [] as string[],
    minimums: [] as string[],
    amounts: [] as string[],
  };
  for (const [offerId, variantId] of spoken) {
    for (const [typeId, prices] of Object.entries(told.get(offerId) ?? {})) {
      const type = types.get(typeId);
      const tiers = new Map<string, string>();
      for (const price of prices) {
        if (!type || isOfOtherCurrency(price, type)) {
          report({
            severity: 'warning',
            code: 'currency_differs',
            cause: `${typeId} ${price.currency ?? ''}`,
            recordId: offerId,
            message: `A price in ${price.currency ?? ''} of a price type in ${type?.currency ?? ''} was left out`,
          });
          continue;
        }
        const amount = perBaseUnit(price);
        if (compare(amount, largest) > 0 || amount.units < 0n) {
          report({
            severity: 'warning',
            code: 'number_too_large',
            recordId: offerId,
            message: `No price: ${price.amount}`,
          });
          continue;
        }
        // 1C writes 0 where nobody has set a price: goods are not for nothing, their price is on request.
        if (isZero(amount)) continue;
        const minimum = decimalText(round(decimal(price.minQuantity ?? '0'), digits));
        if (!tiers.has(minimum)) tiers.set(minimum, decimalText(amount));
      }
      for (const [minimum, amount] of tiers) {
        columns.variants.push(variantId);
        columns.types.push(type?.id ?? '');
        columns.minimums.push(minimum);
        columns.amounts.push(amount);
      }
    }
  }
  const { rows } = await sql<{ count: number }>`
    with desired as (
      select * from unnest(${list(columns.variants)}::int[], ${list(columns.types)}::text[], ${list(columns.minimums)}::numeric[], ${list(columns.amounts)}::numeric[])
        as d (variant_id, price_type_id, min_quantity, amount)),
    removed as (
      delete from price p using price_type t
      where p.variant_id = any(${list(spoken.map(([, id]) => id))}::int[]) and t.id = p.price_type_id and t.external_id is not null
        and p.valid_from = '-infinity' and not exists (
          select from desired d where d.variant_id = p.variant_id and d.price_type_id = p.price_type_id and d.min_quantity = p.min_quantity)
      returning 1),
    written as (
      insert into price as p (variant_id, price_type_id, min_quantity, amount, updated_at)
      select *, ${now}::timestamptz from desired
      on conflict (variant_id, price_type_id, min_quantity, valid_from) do update
        set amount = excluded.amount, updated_at = excluded.updated_at
        where p.amount <> excluded.amount
      returning 1),
    epoch as (
      update price_epoch set epoch = epoch + 1
      where exists (select from removed) or exists (select from written))
    select ((select count(*) from removed) + (select count(*) from written))::int as count`.execute(db);
  publishing.changes.prices += rows[0]?.count ?? 0;
}

/** The price of a base unit: what 1C tells is for a unit that may hold several. */
function perBaseUnit({ amount, coefficient }: SourcePrice): Decimal {
  const holds = decimal(coefficient ?? '1');
  return isZero(holds) ? round(decimal(amount), digits) : divide(decimal(amount), holds, digits);
}

function isOfOtherCurrency({ currency }: SourcePrice, type: LivePriceType): boolean {
  const known = isoCurrency(currency);
  return known !== undefined && known !== type.currency;
}

/** Price types by the id of 1C, in the currency of their prices. */
async function judgedPriceTypes(
  publishing: Publishing,
  told: readonly ToldPrices[],
): Promise<ReadonlyMap<string, LivePriceType>> {
  const types = await livePriceTypes(publishing, told);
  const odd = new Map<string, LivePriceType>();
  for (const prices of told)
    for (const [id, list] of Object.entries(prices)) {
      const type = types.get(id);
      if (type && list.some((price) => isOfOtherCurrency(price, type))) odd.set(id, type);
    }
  let isSwitched = false;
  for (const [id, { currency }] of odd)
    if (await judgeCurrency(publishing, { id, currency })) isSwitched = true;
  return isSwitched ? livePriceTypes(publishing, []) : types;
}

/** Price types by the id of 1C; those that nobody declares get their id for a name, and the currency of their prices. */
async function livePriceTypes(
  publishing: Publishing,
  told: readonly ToldPrices[],
): Promise<ReadonlyMap<string, LivePriceType>> {
  const { db, settings } = publishing;
  const read = async (): Promise<Map<string, LivePriceType>> => {
    const rows = await db
      .selectFrom('price_type')
      .select(['id', 'external_id as externalId', 'currency'])
      .where('external_id', 'is not', null)
      .execute();
    return new Map(rows.map(({ externalId, ...type }) => [externalId ?? '', type]));
  };
  const known = await read();
  const missing = new Map<string, SourcePrice | undefined>();
  for (const prices of told)
    for (const [id, [first]] of Object.entries(prices))
      if (!known.has(id) && !missing.get(id)) missing.set(id, first);
  if (missing.size === 0) return known;
  await writePriceTypes(
    publishing,
    [...missing].map(([id, price]) => ({
      id,
      name: id,
      currency: isoCurrency(price?.currency) ?? settings.currency,
      isVatIncluded: price?.isVatIncluded ?? true,
    })),
  );
  return read();
}
