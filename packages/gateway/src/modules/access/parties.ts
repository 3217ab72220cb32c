import type { Kysely } from 'kysely';

import type { Bank, Tables } from '../../database/tables.js';

/** Both sides of an order, as documents name them. */
export interface Parties {
  seller: { name: string; requisites: Record<string, string>; address: string; bank: Bank };
  buyer: { name: string; requisites: Record<string, string>; address: string };
}

/** Reads the requisites of both sides; undefined when one is gone. For documents, not for answers. */
export async function findParties(
  system: Kysely<Tables>,
  { companyId, sellerId }: { companyId: string; sellerId: string },
): Promise<Parties | undefined> {
  const buyer = await system
    .selectFrom('company')
    .select(['name', 'requisites', 'address'])
    .where('id', '=', companyId)
    .executeTakeFirst();
  const seller = await system
    .selectFrom('seller')
    .select(['name', 'requisites', 'address', 'bank'])
    .where('id', '=', sellerId)
    .executeTakeFirst();
  return buyer && seller && { buyer, seller };
}
