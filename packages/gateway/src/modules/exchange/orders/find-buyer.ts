import { foldName, type Counterparty, type Document } from '@kontor/commerceml';
import { sql, type Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import type { Buyer } from './find-order.js';

/** Whom a document names as its buyer, else whom it names first. */
export function namedBuyer({ counterparties }: Pick<Document, 'counterparties'>): Counterparty | undefined {
  return (
    counterparties?.find(({ role }) => foldName(role ?? '') === foldName('Покупатель')) ?? counterparties?.[0]
  );
}

/** The company that a document names as its buyer: by its id in 1C or here, else by a tax number that only one company has. */
export async function findBuyer(
  db: Kysely<Tables>,
  document: Pick<Document, 'counterparties'>,
): Promise<Buyer> {
  const buyer = namedBuyer(document);
  if (buyer === undefined) return undefined;
  const { id = null, inn = '', kpp = '' } = buyer;
  const { rows } = await sql<{ id: string; rank: number }>`
    select id, case when external_id = ${id} then 1 when id = ${id} then 2 else 3 end as rank
    from company
    where external_id = ${id} or id = ${id} or (${inn} <> '' and requisites->>'inn' = ${inn}
      and (${kpp} = '' or coalesce(requisites->>'kpp', '') in ('', ${kpp})))
    order by rank limit 2`.execute(db);
  const [first, second] = rows;
  if (first === undefined || (first.rank === 3 && second !== undefined)) return null;
  return first.id;
}
