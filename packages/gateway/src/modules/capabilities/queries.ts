import type { Scope } from '../../scope.js';

/** Currencies in which the supplier has prices. */
export async function findCurrencies({ db }: Scope): Promise<string[]> {
  const rows = await db.selectFrom('price_type').select('currency').distinct().orderBy('currency').execute();
  return rows.map(({ currency }) => currency);
}
