import type { PropertyRecord } from '@kontor/commerceml';
import { sql } from 'kysely';

import { findPending, settle, unsettleProducts } from './pending.js';
import type { Publishing } from './publishing.js';
import { speaksOfPrices } from './speaks-of-prices.js';
import type { Properties } from './told.js';

/** Reads what properties and their values mean; products that are told by one that changed are published again. */
export async function readProperties({ db, report }: Pick<Publishing, 'db' | 'report'>): Promise<Properties> {
  const pending = await findPending<PropertyRecord>(db, 'property');
  if (pending.length > 0) {
    const ids = pending.map(({ id }) => id);
    await unsettleProducts(
      db,
      sql`select s.product_id from exchange_source s
        where s.product_id is not null and s.record ? 'properties' and exists (
          select from jsonb_array_elements(s.record->'properties') as told where told->>'id' = any(${ids}::text[]))`,
    );
    await settle(db, 'property', ids);
    for (const { id, record } of pending)
      if (record.isDeleted !== true && speaksOfPrices(record.name ?? ''))
        report({
          severity: 'warning',
          code: 'property_of_prices',
          recordId: id,
          recordName: record.name,
          message:
            'Its name speaks of prices, and everybody would see it: it is not shown. Prices belong into price types',
        });
  }
  const rows = await db
    .selectFrom('exchange_source')
    .select(['id', 'record'])
    .where('kind', '=', 'property')
    .execute();
  return new Map(
    rows.map(({ id, record }) => {
      const { name, isDeleted, isFilter, valueType, variants = [] } = record as Partial<PropertyRecord>;
      return [
        id,
        {
          name,
          isDeleted: isDeleted === true,
          isFacet: isFilter ?? valueType === 'variants',
          isOfPrices: speaksOfPrices(name ?? ''),
          meanings: new Map(
            variants.flatMap((each) => (each.id === undefined ? [] : [[each.id, each.value]])),
          ),
        },
      ];
    }),
  );
}
