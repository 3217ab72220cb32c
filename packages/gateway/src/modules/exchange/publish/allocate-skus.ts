import { sql } from 'kysely';

import type { PlannedVariant } from './plan-product.js';
import type { Publishing } from './publishing.js';

/**
 * Gives every variant an SKU of its own: the one that 1C tells, with a number behind it where another variant has that. Who
 * has one keeps it as long as 1C tells the same.
 * @param present variants that are there, by the ids of 1C
 */
export async function allocateSkus(
  { db, report }: Pick<Publishing, 'db' | 'report'>,
  variants: readonly PlannedVariant[],
  present: ReadonlyMap<string, { readonly sku: string }>,
): Promise<ReadonlyMap<string, string>> {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  let waiting: { variant: PlannedVariant; number: number }[] = [];
  for (const variant of variants) {
    const sku = present.get(variant.id)?.sku;
    if (sku === undefined || !isOfWish(sku, variant.sku) || taken.has(sku))
      waiting.push({ variant, number: 1 });
    else {
      given.set(variant.id, sku);
      taken.add(sku);
    }
  }
  while (waiting.length > 0) {
    const wishes = waiting.map(({ variant, number }) => numbered(variant.sku, number));
    const { rows } = await sql<{ sku: string; id: string | null }>`
      select sku, external_id as id from variant where sku = any(${wishes}::text[])`.execute(db);
    const owners = new Map(rows.map(({ sku, id }) => [sku, id]));
    const still: typeof waiting = [];
    waiting.forEach(({ variant, number }, index) => {
      const sku = wishes[index] ?? variant.sku;
      const owner = owners.get(sku);
      if (taken.has(sku) || (owner !== undefined && owner !== variant.id))
        still.push({ variant, number: number + 1 });
      else {
        given.set(variant.id, sku);
        taken.add(sku);
        if (number > 1)
          report({
            severity: 'info',
            code: 'sku_taken',
            recordId: variant.id,
            recordName: variant.name,
            message: `Another variant has the vendor code ${variant.sku}: this one is ${sku}`,
          });
      }
    });
    waiting = still;
  }
  return given;
}

const numbered = (sku: string, number: number): string =>
  number === 1 ? sku : `${sku.slice(0, 112)}-${String(number)}`;

function isOfWish(sku: string, wish: string): boolean {
  return (
    sku === wish ||
    (sku.startsWith(`${wish.slice(0, 112)}-`) && /^-\d{1,6}$/.test(sku.slice(Math.min(wish.length, 112))))
  );
}
